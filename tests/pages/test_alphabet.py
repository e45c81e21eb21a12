"""Words stand in the order of their alphabet."""

import pytest

from coursesite.pages.alphabet import in_order_of

NORDIC = "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö"
SOUTHERN = "a b c č d đ e f g h i j k l lj m n nj o p r s š t u v z ž"


@pytest.mark.parametrize(
    ("alphabet", "words"),
    [
        (NORDIC, ["Apa", "Zebra", "Ål", "Älg", "Ö"]),
        (NORDIC, ["ide", "idé", "idéer", "idol"]),
        (SOUTHERN, ["cena", "čas", "dan", "luk", "ljubav", "med", "šala", "žaba"]),
        (SOUTHERN, ["sala", "sälar", "šala", "xylo", "ксило"]),
        (None, ["Abend", "Äpfel", "Apfelbaum", "Birne"]),
        (None, ["École", "école", "Ecosse"]),
        (None, ["Бане", "вера", "Зора"]),
        (None, ["أب", "بيت", "تاج"]),
        (NORDIC, ["a b", "ab"]),
    ],
)
def test_order(alphabet: str | None, words: list[str]) -> None:
    backwards = list(reversed(words))
    assert sorted(backwards, key=in_order_of(alphabet)) == words
