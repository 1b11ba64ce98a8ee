"""The laws: for each part of the program functions of any bytes that raise where something is not as promised."""
