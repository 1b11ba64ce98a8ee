"""What languages, typography and trades do to texts without disguising anything: sentences of our own."""

import unicodedata

ORDINARY = {
    "Russian": "Паром на северные острова во вторник не вышел: ночью ветер переменился. СМИ сообщают о 3 судах.",
    "Ukrainian": "Пором на північні острови у вівторок не вийшов, бо вночі змінився вітер.",
    "Serbian with Latin names": "Компанија Ferry Line је саопштила да трајект неће испловити до сутра.",
    "Greek": "Το πλοίο για τα βόρεια νησιά δεν απέπλευσε την Τρίτη, γιατί ο άνεμος άλλαξε τη νύχτα.",
    "Greek letters in formulas": "The levels of TNFα, PPARγ and NFκB rose; αmax, σmax and hν are given in μm and Ω.",
    "Armenian": "Լաստանավը երեքշաբթի օրը չմեկնեց, քանի որ գիշերը քամին փոխվեց։",
    "Hebrew with marks": "\u200fהמעבורת לא יצאה\u200e (Ferry)\u200f ביום שלישי, כי הרוח השתנתה בלילה.",
    "Arabic": "لم تبحر العبّارة إلى الجزر الشمالية يوم الثلاثاء لأن الريح تغيّرت ليلاً.",
    "Persian with non-joiners": "کشتی\u200cها روز سه\u200cشنبه به"
    "  جزیره\u200cهای شمالی نمی\u200cروند و مسافران می\u200cمانند.",
    "Hindi with joiners": "नौका मंगलवार को नहीं चली, क्\u200dयोंकि रात में हवा बदल गई थी और श्\u200dरमिक घर चले गए।",
    "Malayalam": "കപ്പൽ ചൊവ്വാഴ്ച പുറപ്പെട്ടില്ല, കാരണം രാത്രിയിൽ കാറ്റ് മാറി.",
    "Thai with breaks": "เรือ\u200bข้าม\u200bฟาก\u200bไม่\u200bออก"
    "\u200bใน\u200bวัน\u200bอังคาร\u200bเพราะ\u200bลม\u200bเปลี่ยน\u200bทิศ",
    "Khmer with breaks": "ទូក\u200bមិន\u200bចេញ\u200bដំណើរ\u200bនៅ\u200bថ្ងៃ\u200bអង្គារ\u200bទេ",
    "Japanese full width": "フェリーは火曜日に出航しなかった。Ｗｉｎｄ、Ｆｅｒｒｙ、Ｃｏｕｎｃｉｌ、２０２４年。",
    "Chinese with variants": "渡輪\U000e0100星期二沒有開，因為夜裡風向\U000e0101變了。",
    "Korean": "북쪽 섬으로 가는 배는 화요일에 밤새 바람이 바뀌어 뜨지 못했다.",
    "Vietnamese": "Chuyến phà ra các đảo phía bắc đã không khởi hành vào thứ ba vì gió đổi chiều trong đêm, "
    "và không ai trong số những hành khách đang chờ được thông báo về điều đó cho đến tối.",
    "French": "Le bac n’est pas parti mardi\u00a0: «\u00a0le vent a tourné\u00a0», dit-on\u202f; il y avait 1\u202f200 "
    "passagers\u00a0! Le café était fermé, l’hôtelier désolé, et la traversée annulée.",
    "Polish": "Prom nie wypłynął we\u00a0wtorek, bo\u00a0w\u00a0nocy zmienił się wiatr, a\u00a0pasażerowie czekali.",
    "Turkish": "Feribot salı günü kalkmadı, çünkü rüzgâr gece yön değiştirdi; yolcular ılık çorba içti.",
    "Yoruba": "Ọkọ̀ ojú omi náà kò lọ ní ọjọ́ Ìṣẹ́gun nítorí pé afẹ́fẹ́ yí padà ní alẹ́.",
    "German with soft hyphens": "Die Fähr\u00adver\u00adbin\u00addung wurde am Diens\u00adtag "
    "wegen des Wind\u00adwech\u00adsels "
    "ein\u00adge\u00adstellt, und die Rei\u00adsen\u00adden über\u00adnach\u00adte\u00adten im Gast\u00adhaus.",
    "emoji": "No ferry today 👨\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 "
    "❤\ufe0f 1\ufe0f\u20e3 2\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e0073"
    "\U000e0063\U000e0074\U000e007f ©\ufe0f Harbour Company",
    "byte order mark": "\ufeffThe ferry did not sail.",
    "ligatures": "The oﬃce oﬀered a ﬁne ﬁsh to the oﬃcer, who found it diﬃcult to reﬂect.",
    "phonetics": "The word ferry is pronounced /ˈfɛri/, harbour /ˈhɑːbə/ and gale /ɡeɪl/ in the islands.",
    "chemistry and code": "H2O, CO2, B12, mp3, x86_64, my_long_name, their_other_name = a_b_c & d4e5f6.",
    "initials and options": "A B C D E F G H are the options; J. R. R. and U. S. A. are initials, e. g. of names.",
    "an alphabet": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
    "a numbered list": "\n".join(f"{k} call the harbour and ask again." for k in range(1, 9)),
    "a table of figures": "\n".join(f"{k}  {k * 17}  {k * 31}" for k in range(1, 20)),
    "words divided by a printer": "The ferry to the northern islands did not sail on Tues-\nday because the wind had "
    "turned in the night. Three pas-\nsengers who had waited since noon said that no-\nbody had told them of it, and a",
    "mathematics": "Let 𝑥 and 𝑦 be in ℝ with 𝑓(𝑥) = 𝑦², so that v⃗ ≠ w⃗ and 𝐴 ∈ ℂ; then f\u2061(x) holds.",
    "entities left over": "R&D at the caf&eacute; &amp; the harbour &lt;pier&gt;, AT&T and &nbsp; others.",
    "stress marks": "Паро́м на се́верные острова́ во вто́рник не вы́шел.",
    "decomposed": unicodedata.normalize(
        "NFD", "Le café était fermé, l’hôtelier désolé: Die Fähre fährt übermorgen."
    ),
}
