"""Texts written for these tests, and two that nobody owns any more."""

NEWS = """The council voted on Tuesday to close two libraries and a swimming pool, after hours of debate in a
packed town hall. Officials said the cuts would save about £400,000 a year. Residents who had waited
outside told reporters that they would fight the decision in court. "We have been using that pool
for thirty years," said one of them. The leader of the council said she understood the anger but
that there was no money left. A final decision is expected in March, when the government will
announce how much each area gets. Last year the town received less than half of what it had asked
for, and more than a dozen jobs were lost. Unions have called for a meeting with the mayor next
week."""

SPUN = """The council voted on Tuesday to shut two libraries and a swimming pool, after hours of debate in a
packed city corridor. Officers stated the cuts would save about £400,000 a yr. Residents who had
waited exterior instructed reporters that they might struggle the choice in courtroom. "We've been
utilizing that pool for thirty years," stated one among them. The chief of the council stated she
understood the anger however that there was no cash left. A closing choice is anticipated in March,
when the federal government will announce how a lot every space will get. Final yr the city acquired
lower than half of what it had requested for, and greater than a dozen jobs have been misplaced.
Unions have known as for a gathering with the mayor subsequent week."""

SONNET = """Shall I compare thee to a summer's day?
Thou art more lovely and more temperate:
Rough winds do shake the darling buds of May,
And summer's lease hath all too short a date:
Sometime too hot the eye of heaven shines,
And often is his gold complexion dimm'd;
And every fair from fair sometime declines,
By chance, or nature's changing course, untrimm'd;
But thy eternal summer shall not fade
Nor lose possession of that fair thou ow'st;
Nor shall Death brag thou wander'st in his shade,
When in eternal lines to time thou grow'st;
So long as men can breathe, or eyes can see,
So long lives this, and this gives life to thee."""

SCRIPTURE = """And it came to pass in those days, that there went out a decree from Caesar Augustus, that all the
world should be taxed. And this taxing was first made when Cyrenius was governor of Syria. And all
went to be taxed, every one into his own city. And Joseph also went up from Galilee, out of the city
of Nazareth, into Judaea, unto the city of David, which is called Bethlehem; because he was of the
house and lineage of David: to be taxed with Mary his espoused wife, being great with child. And so
it was, that, while they were there, the days were accomplished that she should be delivered. And
she brought forth her firstborn son, and wrapped him in swaddling clothes, and laid him in a manger;
because there was no room for them in the inn."""

CONTRACT = """1. Definitions. In this Agreement, unless the context otherwise requires, "Goods" means any goods
agreed in the Contract to be bought by the Customer from the Supplier, including any part or parts
of them. 2. Delivery. The Supplier shall use its reasonable endeavours to deliver the Goods on the
date stated in the Order, but time of delivery shall not be of the essence. Where the Customer fails
to take delivery, the Supplier shall be entitled to store the Goods at the Customer's sole risk and
expense. 3. Title. Notwithstanding delivery and the passing of risk, property in the Goods shall not
pass to the Customer until the Supplier has received payment in full of the price. 4. Liability.
Nothing in this Agreement shall limit or exclude either party's liability for death or personal
injury caused by its negligence, or for any other matter in respect of which it would be unlawful to
exclude or restrict liability."""

RECIPE = """Leek and potato soup for four. Melt a generous knob of butter in a heavy pan and sweat two sliced
leeks with a pinch of salt until soft but not coloured, about ten minutes. Peel and dice three
floury potatoes, stir them in and pour over a litre of hot chicken stock. Bring to the boil, then
lower the heat and simmer gently for a quarter of an hour until the potatoes are tender. Blend until
smooth, loosen with a splash of milk if it seems thick, and season to taste with white pepper and
freshly grated nutmeg. Ladle into warm bowls, finish with a swirl of cream and some snipped chives,
and serve with crusty bread. The soup keeps for three days in the fridge and freezes well without
the cream."""

ABSTRACT = """We study the spectral gap of random regular bipartite graphs under degree-preserving rewiring. Using
a martingale argument combined with a refined trace bound, we show that the second eigenvalue
concentrates around its asymptotic value at a rate that improves on earlier estimates by a
polynomial factor. The proof avoids the usual switching technique and extends verbatim to weighted
graphs with bounded moments. As a corollary we obtain a sharp threshold for the rigidity of the
associated frameworks, and we exhibit an explicit family for which the bound is attained.
Simulations on graphs with up to a million vertices corroborate the predicted scaling and suggest
that the conjectured universality holds well beyond the regime covered by our assumptions."""

CHAT = """[10:02] mia: hey did u see the game last nite
[10:02] tom: nah fell asleep lol
[10:03] mia: omg u missed it, they were 2 down at half time and then scored 3 in like ten mins
[10:03] tom: no wayyy
[10:03] mia: yeah it was nuts. my dad was screaming at the tv
[10:04] tom: haha i bet. u still coming saturday?
[10:04] mia: yep should be there about 7, gotta drop my sister off first
[10:05] tom: cool bring snacks pls we got nothing here
[10:05] mia: ok crisps and those weird biscuits u like
[10:06] tom: legend. btw can u lend me ur charger mine is broken again
[10:07] tom: dog ate it
[10:07] mia: lmaooo that dog
[10:08] tom: ikr. anyway gotta run, boss is looking"""

LEARNER = """Hello everybody. I am write this message because I have one problem with my new computer since two
weeks. When I open the program for make the photos, the computer is becoming very slow and after
some minutes the screen is all black. I have tried to install again the program but it doesn't
function. My brother, who knows more about informatics than me, said that maybe is the memory that
is not enough. Actually the computer has eight gigas, so I think it must to be sufficient. In the
shop they told me that the guarantee is not valid because I have opened the computer for to clean
the dust. I find this very unjust. Somebody of you has had the same problem? I would be very
grateful if you could give me some advices. Thank you in advance and sorry for my english, I learn
it only since three years."""

FRENCH = """Le président de la République a annoncé mardi que le gouvernement allait présenter une nouvelle loi.
Les syndicats ont déjà prévenu qu'ils feraient grève si le texte était adopté sans modification, et
plusieurs manifestations sont prévues dans les grandes villes du pays. La majorité espère un vote
avant la fin du mois de février."""

CODE = """def main(argv):
    parser = argparse.ArgumentParser(); parser.add_argument('--final', help='instructed value')
    options = parser.parse_args(argv[1:]); return [x.price for x in options.final if x.value > 0]
"""

GERMAN = """Der Stadtrat hat am Dienstag beschlossen, zwei Büchereien und ein Schwimmbad zu schließen. Viele Bürger
wollen gegen die Entscheidung klagen, die nach einer langen Sitzung im vollen Rathaus gefallen ist. Der
Bürgermeister sagte, er verstehe den Ärger, es sei aber kein Geld mehr da."""

ARABIC = "اجتمع المجلس يوم الثلاثاء وقرر إغلاق مكتبتين ومسبح بعد نقاش طويل في قاعة البلدية. " * 6

PIDGIN = """Di council don agree for Tuesday say dem go close two library and one swimming pool for di town. Plenti
pipo wey dey stay for dia no happy at all. Dem tell tori pipo say dem go carry di mata go court. Di oga
of di council say e sabi say pipo dey vex, but moni no dey again to run di pool and di library dem."""

TERMS = """Ingredients: purified water, glycerin, cetyl alcohol, stearic acid, propylene glycol, sodium hydroxide,
citric acid, sodium chloride, titanium dioxide, mineral oil, paraffin wax, lanolin, menthol, camphor,
eucalyptus oil, benzyl alcohol, potassium sorbate, sodium benzoate, fragrance, yellow dye, iron oxide,
zinc oxide, talc, corn starch, gelatin, lactose, magnesium stearate, silicon dioxide, sugar, red dye."""

VERSE = """The boats came home with nothing in their nets,
The women on the harbour wall had seen
How low the evening hung, how high the tide
Was standing in the alleys of the town
And no one spoke of money or of bread,
For what was there to say that would not wait
Until the lamps were lit along the quay
And every door was shut against the sea."""

UNJUDGED = {
    GERMAN: "other_language", ARABIC: "other_script", PIDGIN: "pidgin", TERMS: "list_of_terms", VERSE: "verse",
}  # fmt: skip

INNOCENT = {
    "news": NEWS, "sonnet": SONNET, "scripture": SCRIPTURE, "contract": CONTRACT, "recipe": RECIPE,
    "abstract": ABSTRACT, "chat": CHAT, "learner": LEARNER, "french": FRENCH, "code": CODE * 8, "nothing": "",
}  # fmt: skip
