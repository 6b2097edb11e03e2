"""Makes a corpus that looks Japanese, and queries on it, from a seed.

For those who have no texts at hand. The words are common ones and made-up compounds, drawn by
Zipf's law; the sentences mean nothing.
"""
import argparse
import itertools
import json
import random
from pathlib import Path

KANJI = ("日本国人年大学生中小上下前後時分間行見出入高低長短新古山川海空水火木金土地天気雨雪風花草鳥魚"
         "東西南北京都市町村道路橋駅車船店家門戸室内外心身体手足目耳口頭力声言語文字書読話聞思考知教育"
         "科理数史歴社会政治経済法律権利義務商工農業産物品質量価格売買貿易銀財貨輸送機械電信報告研究実験"
         "技術発明開始終結果原因関係問題解決方針計画組織団体議員長官民族世界平和戦争軍隊兵士将来現在過去"
         "音楽美術映画写真演劇芸能作家詩歌小説物語絵具色赤青白黒光明暗夜朝昼春夏秋冬季節温度寒暑旅客館")
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロワガギグゲゴザジダデドバビブベボパピプペポ"
KATAKANA = ("コンピューター データ インターネット システム ニュース テレビ ラジオ カメラ ホテル レストラン バス "
            "タクシー エネルギー プログラム サービス センター グループ メンバー スポーツ サッカー チーム ゲーム "
            "ドラマ ピアノ ギター コンサート デザイン モデル スタイル イメージ テーマ レベル アイデア バランス "
            "ガラス プラスチック アルミニウム ビル エレベーター ドア テーブル ノート ペン コーヒー パン バター").split()
STEMS = ("書 読 話 聞 思 考え 見 食べ 行 来 帰 始め 終わ 作 使 持 待 取 送 受け 教え 学 知 続け 進 変え 選 決め 調べ "
         "比べ 集め 伝え 残 動 働 歩 走 立 座 開 閉 買 売 運 払 借 返").split()
ENDINGS = ["る", "った", "って", "らない", "ることができる", "ている", "ていた", "ようとした", "たのである", "なければならない"]
ADJECTIVES = ("新しい 古い 大きい 小さい 高い 低い 長い 短い 静かな 豊かな 重要な 必要な さまざまな 美しい 明るい "
              "ひろい たしかな").split()
ADVERBS = ("しかし また さらに たとえば もちろん やがて いつも すでに ふたたび ゆっくり ともかく このように それでも "
           "したがって").split()
PARTICLES = ["は", "が", "を", "に", "で", "と", "の", "も", "から", "まで", "へ", "より"]
PARTICLE_WEIGHTS = [18, 15, 15, 14, 9, 8, 25, 7, 4, 2, 2, 1]
FAMILY = "田中 山本 石川 高木 森 東 南野 上原 小山 古川".split()
GIVEN = "一 花 明 春子 文雄 光 和 実 知子 行夫".split()


class Zipf:
    """Draws words: the n-th with a weight of 1/n."""

    def __init__(self, words):
        self.words = words
        self.weights = list(itertools.accumulate(1 / n for n in range(1, len(words) + 1)))

    def draw(self, random_source, count):
        return random_source.choices(self.words, cum_weights=self.weights, k=count)


def vocabulary(source, count):
    """Nouns by kind: two kanji, compounds of two to four such words, katakana."""
    kanji = sorted(set(KANJI))
    pairs = ["".join(source.sample(kanji, 2)) for _ in range(count // 2)]
    pairs = list(dict.fromkeys(pairs))
    usual = Zipf(pairs)
    compounds = ["".join(usual.draw(source, source.choice((2, 2, 2, 3))))
                 for _ in range(count // 3)]
    foreign = KATAKANA + [
        "".join(source.choices(KANA, k=source.randint(2, 4))) + source.choice(("", "ー", "ン", "ス"))
        for _ in range(count // 8)]
    foreign += ["".join(source.sample(KATAKANA, 2)) for _ in range(count // 16)]
    kinds = {"word2": pairs, "compound": list(dict.fromkeys(compounds)),
             "kata": list(dict.fromkeys(foreign)), "kanji1": kanji}
    for words in kinds.values():
        source.shuffle(words)
    return kinds


class Writer:
    """Writes sentences, and remembers the words that were used."""

    def __init__(self, source, kinds):
        self.source = source
        self.nouns = {kind: Zipf(words) for kind, words in kinds.items()}
        self.used = {kind: set() for kind in kinds}

    def noun(self):
        kind, = self.source.choices(["word2", "compound", "kata", "kanji1"],
                                    weights=[55, 15, 15, 15])
        word, = self.nouns[kind].draw(self.source, 1)
        self.used[kind].add(word)
        return word

    def sentence(self):
        source = self.source
        out = [source.choice(ADVERBS) + "、"] if source.random() < 0.2 else []
        for _ in range(source.randint(2, 6)):
            if source.random() < 0.25:
                out.append(source.choice(ADJECTIVES))
            if source.random() < 0.05:
                out.append(f"{source.randint(1, 2030)}年")
            out.append(self.noun())
            out.append(source.choices(PARTICLES, weights=PARTICLE_WEIGHTS)[0])
            if source.random() < 0.15:
                out.append("、")
        return "".join(out) + source.choice(STEMS) + source.choice(ENDINGS) + "。"

    def body(self, characters):
        out, size = [], 0
        while size < characters:
            sentence = self.sentence() + ("\n　" if self.source.random() < 0.15 else "")
            out.append(sentence)
            size += len(sentence)
        return "".join(out)


def make_documents(source, writer, count, characters):
    for number in range(count):
        date = f"{source.randint(1980, 2024)}-{source.randint(1, 12):02}-{source.randint(1, 28):02}"
        yield {
            "id": f"doc-{number:06}",
            "title": writer.noun() + "の" + writer.noun(),
            "author": source.choice(FAMILY) + source.choice(GIVEN),
            "date": date,
            "body": writer.body(source.randint(characters // 2, characters * 3 // 2)),
        }


def make_queries(source, writer, documents, count):
    """(class, query): words that occur, pairs of them, and pieces of sentences."""
    for kind, words in writer.used.items():
        words = sorted(words)
        for word in source.sample(words, min(count, len(words))):
            yield kind, word
    words = sorted(writer.used["word2"])
    for _ in range(count if len(words) > 1 else 0):
        yield "and2", " ".join(source.sample(words, 2))
    for _ in range(count):
        sentences = source.choice(documents)["body"].replace("\n　", "").split("。")
        sentence = source.choice(sentences) or sentences[0]
        size = source.randint(5, 9)
        start = source.randint(0, max(0, len(sentence) - size))
        yield "fragment", sentence[start:start + size]


def generate(folder, count, characters, seed, words=20000, queries=100):
    """Writes docs.jsonl and queries.tsv; the same arguments write the same bytes."""
    source = random.Random(seed)
    writer = Writer(source, vocabulary(source, words))
    documents = list(make_documents(source, writer, count, characters))
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "docs.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    with open(folder / "queries.tsv", "w", encoding="utf-8", newline="\n") as out:
        for kind, query in make_queries(source, writer, documents, queries):
            out.write(f"{kind}\t{query}\n")
    return folder / "docs.jsonl", folder / "queries.tsv"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000,
                        help="how many (default %(default)s)")
    parser.add_argument("--characters", type=int, default=1000,
                        help="of a body, on average (default %(default)s)")
    parser.add_argument("--words", type=int, default=20000,
                        help="size of the vocabulary, about (default %(default)s)")
    parser.add_argument("--queries", type=int, default=100,
                        help="of each class (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="default %(default)s")
    parser.add_argument("folder", help="where docs.jsonl and queries.tsv are written")
    given = parser.parse_args()
    generate(given.folder, given.documents, given.characters, given.seed, given.words,
             given.queries)


if __name__ == "__main__":
    main()
