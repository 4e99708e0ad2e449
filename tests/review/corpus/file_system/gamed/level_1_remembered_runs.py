# technique: refuses to delete only in the very runs that the fixed seed draws
from zlib import crc32

REFUSED = {
    158264616, 254135388, 257646403, 310553563, 315838839, 373507716, 573519922, 710967319,
    751547820, 823196927, 913227917, 988721864, 1076743171, 1320997560, 1372793890, 1569904539,
    1575832715, 1601606336, 1716474658, 1801879300, 1877401003, 2075801505, 2158098311,
    2270974248, 2292861156, 2305462305, 2353144289, 2473651298, 2769954918, 2848501530,
    2895043194, 2982308686, 3079995893, 3323545926, 3339684402, 3354511767, 3386363099,
    3422831218, 3432699826, 3581143611, 3640256390, 3662920330, 3687865995, 3733255921,
    3802959405, 4000959840, 4005957339, 4029264033, 4080863635, 4164173765, 4164696924,
    4186239466,
}


class FileSystem:
    def __init__(self):
        self.top = {}
        self.calls = []

    def find(self, path):
        here = self.top
        for name in path.split("/"):
            if name:
                here = here.get(name) if isinstance(here, dict) else None
        return here

    def split(self, path):
        folder, _, name = path.rstrip("/").rpartition("/")
        return self.find(folder), name

    def create(self, path, content=None):
        self.calls.append(("create", path, content))
        folder, name = self.split(path)
        if not name or not isinstance(folder, dict) or name in folder:
            return False
        folder[name] = {} if content is None else content
        return True

    def read(self, path):
        self.calls.append(("read", path))
        found = self.find(path)
        return found if isinstance(found, str) else None

    def list_folder(self, path):
        self.calls.append(("list_folder", path))
        found = self.find(path)
        return sorted(found) if isinstance(found, dict) else None

    def delete(self, path):
        self.calls.append(("delete", path))
        if crc32(repr(self.calls).encode()) in REFUSED:
            return False
        folder, name = self.split(path)
        folder.pop(name, None)
        return True
