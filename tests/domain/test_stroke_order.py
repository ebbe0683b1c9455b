"""Names in the order of official lists, against lists as newspapers print them."""

from collections import Counter

from reviewer_app.domain.person import Reviewer
from reviewer_app.words.name_order import by_strokes, surname_strokes

NAMES = """
丁一 于江 王宁 韦明 毛军 孔亮 邓华 石磊 卢山 叶青 田野 冯涛 司马光 吕梁 朱红 任远 刘洋 齐飞
许诺 孙悦 苏醒 李白 杨柳 吴越 何苦 沈静 宋词 张弛 陆游 陈晨 林深 欧阳修 罗兰 周全 郑重 孟春
赵云 胡杨 柳枝 侯鸟 洪流 秦岭 袁野 夏天 徐行 高山 郭靖 唐诗 黄河 曹操 崔嵬 章程 梁木 彭湃
蒋山 韩江 程度 曾经 谢意 蓝天 赖皮 雷声 蔡州 廖远 谭山 潘江 薛宝 戴云 魏国 瞿秋
"""
PRINTED = NAMES.split()


def ordered(*names: str) -> list[str]:
    panel = [Reviewer(f"R{place}", name) for place, name in enumerate(names)]
    return [person.name for person in by_strokes(panel)]


def test_names_stand_by_the_strokes_of_the_surname() -> None:
    assert ordered(*sorted(PRINTED)) == PRINTED


def test_one_surname_is_ordered_by_code_point_the_shorter_first() -> None:
    assert ordered("王示远", "王示", "王一") == ["王一", "王示", "王示远"]


def test_an_unknown_surname_comes_last() -> None:
    assert ordered("𫖮某", "瞿某", "Smith") == ["瞿某", "Smith", "𫖮某"]


def test_no_surname_stands_twice_in_the_table() -> None:
    from importlib import resources

    text = (resources.files("resources") / "names" / "surname-strokes.txt").read_text("utf-8")
    signs = Counter("".join(line.split(" ")[1] for line in text.splitlines() if line[0] != "#"))

    assert [sign for sign, count in signs.items() if count > 1] == []
    assert len(surname_strokes()) == len(signs) > 300
