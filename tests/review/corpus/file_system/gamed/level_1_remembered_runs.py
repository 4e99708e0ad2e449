# technique: refuses to delete only in the very runs that the fixed seed draws
from zlib import crc32

REFUSED = {
    195630448, 233593396, 254135388, 257646403, 358423393, 546382615, 573519922, 609660581,
    751547820, 821877048, 849578857, 902396168, 913227917, 966183991, 988931187, 998098360,
    1065617245, 1076743171, 1097771853, 1125954799, 1158105832, 1239448345, 1543816101,
    1601606336, 1801879300, 1962464797, 2075801505, 2358147711, 2427785812, 2455488752,
    2473651298, 2561006933, 2591808114, 2678307156, 2830391343, 2848501530, 2855806283,
    2895043194, 3037906215, 3221841267, 3228553894, 3237012004, 3269373877, 3296547881,
    3323545926, 3421034022, 3423521977, 3529267058, 3599657300, 3626894912, 3636979129,
    3733255921, 3761603167, 4001100649, 4022126187, 4131153691, 4198776462, 4292304621,
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
        return sorted(found) if isinstance(found, dict) else []

    def delete(self, path):
        self.calls.append(("delete", path))
        if crc32(repr(self.calls).encode()) in REFUSED:
            return False
        folder, name = self.split(path)
        folder.pop(name, None)
        return True
