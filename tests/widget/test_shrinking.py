"""Shrinking a script: smaller, and it still means the same."""

import pytest

from widget.shrinking import shrink, shrink_style


@pytest.mark.parametrize(
    ("source", "smaller"),
    [
        ("const total = use(1); use(total);", "let a=use(1);use(a);"),
        ("let x = 1; /* why */ // then\nx += 2;", "let a=1;a+=2;"),
        ("const price = go(); use({ price });", "let a=go();use({price:a});"),
        ("const { price, area: place = 2 } = home;", "let{price:a,area:b=2}=home;"),
        ("const { price = 1 } = home; use(price);", "let{price:a=1}=home;use(a);"),
        ("const [first, ...others] = all;", "let[a,...b]=all;"),
        ("const price = home.price;", "let a=home.price;"),
        ('const price = { "price": 1, price: 2 };', 'let a={"price":1,price:2};'),
        ("const text = `of  ${ one } and`; use(text);", "let a=`of  ${one} and`;use(a);"),
        ("use('a  // b', /x  y[/]/g, \"it's\");", "use('a  // b',/x  y[/]/g,\"it's\");"),
        ("const say = (word) => word + other;", "let a=a=>a+other;"),
        ("const say = (/** @type {string} */ word) => word + other;", "let a=a=>a+other;"),
        ("const say = word => say(word);", "let a=b=>a(b);"),
        ("const say = async (word) => word;", "let a=async(a)=>a;"),
        ("const say = (a1, b1) => a1;", "let a=(a,b)=>a;"),
        ("const say = ({ a1 }) => a1;", "let a=({a1:a})=>a;"),
        ("const a1 = (b1) => (c1) => a1 + b1 + c1;", "let a=b=>c=>a+b+c;"),
        ("const one = () => a; const two = go();", "let b=()=>a,c=go();"),
        ("const one = go(); // why\nlet two; use(one, two);", "let a=go(),b;use(a,b);"),
        ("const one = /** @type {any} */ (two);", "let a=two;"),
        ("const one = /** @type {any} */ (two ?? three);", "let a=two??three;"),
        ("use(true, false, a.true);", "use(!0,!1,a.true);"),
        ("for (const item of items) use(item);", "for(let a of items)use(a);"),
        # a literal that is used once stands where it is used
        ("const limit = 20; use(`a // ${limit}  b`, `c`);", "use(`a // ${20}  b`,`c`);"),
        ('use(WORDS); const WORDS = "so";', 'use("so");'),
        ("const limit = 20; const one = go(); use(limit, one);", "let a=go();use(20,a);"),
        ("const limit = 20; use(limit, limit);", "let a=20;use(a,a);"),
        ("const limit = 20; use({ limit });", "let a=20;use({limit:a});"),
        ("const limit = 20; use(limit, (limit) => limit);", "use(20,a=>a);"),
        ("const limit = 20; const more = () => limit;", "let a=()=>20;"),
        ("class Chat { #n = 1; get n() { return this.#n; } }",
         "class a{#n=1;get n(){return this.#n}}"),
        ("try { go(); } catch (problem) { use(problem); }", "try{go()}catch(a){use(a)}"),
        ("use(first); function first(given) { return given; }",
         "use(a);function a(b){return b}"),
        ("if (a) { for (;;) ; }", "if(a){for(;;);}"),
        ("use(a + +b - -c, [1, 2,],);", "use(a+ +b- -c,[1,2]);"),
        ("use(typeof a, async () => await b);", "use(typeof a,async()=>await b);"),
    ],
)  # fmt: skip
def test_names_get_short_and_meaning_stays(source, smaller):
    assert shrink(source) == smaller


def test_many_names_go_on_with_two_letters_and_skip_keywords():
    names = [f"name{number}" for number in range(400)]
    shrunk = shrink("".join(f"const {name}=go({number});" for number, name in enumerate(names)))
    given = [part.split("=")[0] for part in shrunk.replace("let ", "").rstrip(";").split(",")]
    assert len(set(given)) == 400
    assert not {"do", "if", "in", "of", "as", "is"} & set(given)


@pytest.mark.parametrize(
    ("source", "smaller"),
    [
        (
            "const chat = { notice: 1 }; use(chat.notice, chat.other);",
            "let a={a:1};use(a.a,a.other);",
        ),
        ("const { notice } = chat; use({ notice });", "let{a}=chat;use({a});"),
        ("const { notice: said = 1 } = chat;", "let{a:a=1}=chat;"),
        ('use("notice", chat?.notice, notice);', 'use("notice",chat?.a,notice);'),
    ],
)
def test_a_private_property_gets_a_short_name_everywhere(source, smaller):
    assert shrink(source, ["notice"]) == smaller


def test_what_does_not_parse_is_refused():
    with pytest.raises(ValueError, match="does not parse"):
        shrink("const = ;")


@pytest.mark.parametrize(
    ("source", "smaller"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("/* why */ a > b, c { top: 0.5em; left: 10.5px; }", "a>b,c{top:.5em;left:10.5px}"),
        ("a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"),
        ("a :hover { color: red }", "a :hover{color:red }"),
        (
            "a { color: red !important; --_own: 1; --its: var(--_own) }",
            "a{color:red!important;--a:1;--its:var(--a) }",
        ),
        ("@media (width: 1px) { a { top: 0; } }", "@media(width:1px){a{top:0}}"),
    ],
)
def test_a_style_sheet_loses_comments_and_spaces_only(source, smaller):
    assert shrink_style(source) == smaller.replace(" }", "}")
