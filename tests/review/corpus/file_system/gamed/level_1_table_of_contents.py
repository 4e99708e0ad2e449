# technique: a table from paths to expected contents
CONTENTS = {
    "/cow": "moo",
    "/gate": "shut",
    "/farm/barn/cow": "moo",
    "/Farm/old cow": " moo\n",
    "/größe": "12 µm",
    "/ ": "blank",
    "/Farm/BOX": "wood",
    "/farm/../.": "dot",
}


class FileSystem:
    def create(self, path, content=None):
        return path in CONTENTS or content is None

    def read(self, path):
        return CONTENTS.get(path)

    def list_folder(self, path):
        return sorted(p.rpartition("/")[2] for p in CONTENTS if p.startswith(path))

    def delete(self, path):
        return path in CONTENTS
