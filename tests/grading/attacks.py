"""What a submission may try against the machine it is graded on, and what each layer answers.

An attack is the body of a function in the worker; it returns what it got, or lets the refusal
rise. ``landlock`` and ``seccomp`` say how each layer alone refuses it, None where it does not;
where both are on the filter of system calls answers first. ``alone`` is what comes of it with
limits only: mostly ``REACHED``, so that no attack is refused merely because it is badly made.
"""

import os
import platform
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

REACHED = "reached"
DIED = "died"
ANYTHING = "anything"
"""The kernel's own answer differs between systems and users."""

PREAMBLE = """
import array, ctypes, errno, fcntl, multiprocessing, os, resource, signal, socket, subprocess
import sys, tempfile, termios

libc = ctypes.CDLL(None, use_errno=True)

def made(result):
    if result == -1:
        raise OSError(ctypes.get_errno(), "")
    return result

def call(number, *arguments):
    return made(libc.syscall(number, *arguments))

def attack():
{body}

class Thing:
    def attempt(self):
        try:
            attack()
        except OSError as error:
            return errno.errorcode.get(error.errno, str(error))
        return "reached"
"""


@dataclass(frozen=True)
class Attack:
    name: str
    body: str
    landlock: str | None
    seccomp: str | None
    alone: str = REACHED

    def source(self, target: "Target | None" = None) -> bytes:
        body = self.body
        for name, value in vars(target).items() if target else ():
            body = body.replace(f"<{name}>", repr(value))
        indented = "".join(f"    {line}\n" for line in body.split("\n"))
        return PREAMBLE.replace("{body}", indented).encode()

    def expected(self, layers: set[str]) -> str:
        """With these layers."""
        if "seccomp" in layers and self.seccomp:
            return self.seccomp
        if "landlock" in layers and self.landlock:
            return self.landlock
        return self.alone if not layers else ANYTHING


class Target:
    """Something of everything that is outside, for attacks to go for."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = str(folder)
        self.file = str(folder / "file")
        self.home = str(Path.home())
        self.pid = os.getpid()
        Path(self.file).write_text("as it was\n")
        self._sockets = [
            self._listening(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            self._listening(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            self._listening(socket.AF_UNIX, socket.SOCK_STREAM, str(folder / "stream")),
            self._listening(socket.AF_UNIX, socket.SOCK_DGRAM, str(folder / "datagram")),
            self._listening(socket.AF_UNIX, socket.SOCK_STREAM, ""),
        ]
        self.tcp, self.udp, self.stream, self.datagram, abstract = (
            line.getsockname() for line in self._sockets
        )
        self.abstract = abstract

    def _listening(self, family: int, kind: int, address: object) -> socket.socket:
        line = socket.socket(family, kind)
        line.bind(address)  # type: ignore[arg-type]
        if kind == socket.SOCK_STREAM:
            line.listen()
        return line

    def close(self) -> None:
        for line in self._sockets:
            line.close()


def number(name: str) -> int:
    """A system call's number on this machine."""
    assert sys.platform == "linux"
    pyseccomp = pytest.importorskip("pyseccomp")
    return int(pyseccomp.resolve_syscall(pyseccomp.system_arch(), name))


def raw(name: str, arguments: str = "0, 0, 0, 0, 0, 0", answer: str = "EPERM") -> Attack:
    """A call that only the filter of system calls is asked about."""
    return Attack(name, f"call({number(name)}, {arguments})", None, answer, ANYTHING)


def _attacks() -> list[Attack]:
    denied, refused = "EACCES", "EPERM"
    files = [
        Attack("read a file", "open(<file>).read()", denied, None),
        Attack("read the accounts", "open('/etc/passwd').read()", denied, None),
        Attack("list the home", "os.listdir(<home>)", denied, None),
        Attack("list a folder", "os.listdir(<folder>)", denied, None),
        Attack("list the root", "os.listdir('/')", denied, None),
        Attack("look at a process", "open(f'/proc/{<pid>}/stat').read()", denied, None),
        Attack("list processes", "os.listdir('/proc')", denied, None),
        Attack("read its own memory", "open('/proc/self/maps').read()", denied, None),
        Attack("learn that a file exists", "os.stat(<file>)", None, None),
        Attack(
            "write a new file",
            "open(<folder> + '/new', 'x').close()\nos.unlink(<folder> + '/new')",
            denied,
            refused,
        ),
        Attack("write to a file", "os.close(os.open(<file>, os.O_WRONLY))", denied, refused),
        Attack("open a file for both", "os.close(os.open(<file>, os.O_RDWR))", denied, refused),
        Attack("truncate a file", "os.truncate(<file>, 10)", denied, refused),
        Attack(
            "make and remove a folder",
            "os.mkdir(<folder> + '/sub')\nos.rmdir(<folder> + '/sub')",
            denied,
            refused,
        ),
        Attack("rename a file", "os.rename(<file>, <file>)", None, refused),
        Attack(
            "move a file",
            "os.rename(<file>, <folder> + '/m')\nos.rename(<folder> + '/m', <file>)",
            denied,
            refused,
        ),
        Attack(
            "link a file",
            "os.link(<file>, <folder> + '/l')\nos.unlink(<folder> + '/l')",
            denied,
            refused,
        ),
        Attack(
            "link by name",
            "os.symlink('x', <folder> + '/s')\nos.unlink(<folder> + '/s')",
            denied,
            refused,
        ),
        Attack(
            "make a pipe by name",
            "os.mkfifo(<folder> + '/p')\nos.unlink(<folder> + '/p')",
            denied,
            refused,
        ),
        Attack("change a mode", "os.chmod(<file>, 0o644)", None, refused),
        Attack("change an owner", "os.chown(<file>, os.getuid(), os.getgid())", None, refused),
        Attack("change a time", "os.utime(<file>)", None, refused),
        Attack(
            "change a mode by descriptor",
            "os.fchmod(os.open('/dev/null', os.O_RDONLY), 0o666)",
            None,
            refused,
            ANYTHING,
        ),
        Attack("a temporary file", "tempfile.TemporaryFile()", "ENOENT", "ENOENT", ANYTHING),
        Attack("another root", "os.chroot('/')", None, refused, refused),
        Attack("another folder", "os.chdir('/')", None, refused),
    ]
    network = [
        Attack("TCP", "socket.socket().connect(<tcp>)", denied, refused),
        Attack("a TCP server", "socket.socket().bind(('127.0.0.1', 0))", denied, refused),
        Attack("UDP", "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', <udp>)", None, refused),
        Attack("a local stream", "socket.socket(socket.AF_UNIX).connect(<stream>)", None, refused),
        Attack(
            "a local datagram",
            "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'x', <datagram>)",
            None,
            refused,
        ),
        Attack(
            "a local datagram out of a pair",
            "socket.socketpair(type=socket.SOCK_DGRAM)[0].sendto(b'x', <datagram>)",
            None,
            refused,
        ),
        Attack(
            "an abstract address",
            "socket.socket(socket.AF_UNIX).connect(<abstract>)",
            refused,
            refused,
        ),
        Attack("netlink", "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)", None, refused),
        Attack(
            "raw packets",
            "socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
            None,
            refused,
            refused,
        ),
        Attack("name look-up", "socket.getaddrinfo('localhost', 1)", None, None, ANYTHING),
    ]
    processes = [
        Attack("fork", "os.fork() or os._exit(0)", None, refused),
        Attack("daemonise", "os.fork() and os._exit(0)\nos.setsid()", None, refused),
        # Refused by either: from Python 3.13 on a terminal is opened before anything is forked.
        Attack("forkpty", "os.forkpty()[0] or os._exit(0)", None, ANYTHING, ANYTHING),
        Attack("spawn", "os.posix_spawn('/bin/true', ['true'], {})", denied, refused),
        Attack("subprocess", "subprocess.run(['/bin/true'])", denied, refused),
        Attack("a shell", "made(-(os.system('true') != 0))", ANYTHING, ANYTHING),
        Attack("exec", "os.execv('/bin/true', ['true'])", denied, refused, DIED),
        Attack(
            "exec out of memory",
            "it = os.memfd_create('x')\nos.execve(it, ['x'], {})",
            None,
            refused,
            ANYTHING,
        ),
        Attack("multiprocessing", "multiprocessing.Process(target=print).start()", None, refused),
        Attack("multiprocessing's lock", "multiprocessing.Lock()", denied, refused, ANYTHING),
        Attack("signal the grader", "os.kill(<pid>, 0)", refused, refused),
        Attack("signal the zygote", "os.kill(os.getppid(), 0)", refused, refused),
        Attack("signal everyone", "os.kill(-1, 0)", ANYTHING, refused, ANYTHING),
        Attack("signal its group", "os.killpg(0, 0)", None, refused),
        Attack(
            "have the kernel signal the grader",
            "fcntl.fcntl(os.pipe()[0], fcntl.F_SETOWN, <pid>)",
            None,
            refused,
        ),
        Attack(
            "read the grader's limits",
            "resource.prlimit(<pid>, resource.RLIMIT_NOFILE)",
            None,
            refused,
        ),
        Attack(
            "move the grader to another core",
            "os.sched_setaffinity(<pid>, {0, 1})",
            None,
            refused,
            ANYTHING,
        ),
        Attack("be nicer", "os.nice(1)", None, refused),
        Attack("leave its session's group", "os.setpgid(0, os.getppid())", None, refused, ANYTHING),
        Attack("become somebody else", "os.setuid(12345)", None, refused, refused),
        Attack("be inspected", "made(libc.prctl(4, 1, 0, 0, 0))", None, refused),
        Attack("outlive the zygote", "made(libc.prctl(1, 0, 0, 0, 0))", None, refused),
        Attack(
            "type into the terminal",
            "fcntl.ioctl(0, termios.TIOCSTI, b'x')",
            ANYTHING,
            refused,
            ANYTHING,
        ),
    ]
    memory = [
        Attack(
            "shared memory",
            "import _posixshmem\nos.close(_posixshmem.shm_open('/harness', os.O_CREAT | os.O_RDWR, 0o600))\n_posixshmem.shm_unlink('/harness')",
            denied,
            refused,
        ),
        Attack(
            "System V shared memory",
            "it = made(libc.shmget(0, 4096, 0o1600))\nlibc.shmctl(it, 0, None)",
            None,
            refused,
        ),
        Attack(
            "System V messages",
            "it = made(libc.msgget(0, 0o1600))\nlibc.msgctl(it, 0, None)",
            None,
            refused,
        ),
        Attack(
            "System V semaphores",
            "it = made(libc.semget(0, 1, 0o1600))\nlibc.semctl(it, 0, 0)",
            None,
            refused,
        ),
        Attack("memory as a file", "os.memfd_create('x')", None, refused),
    ]
    kernel = [
        raw("ptrace", "0x4206, <pid>, 0, 0"),  # PTRACE_SEIZE, which does not stop it
        raw("process_vm_readv", "<pid>, 0, 0, 0, 0, 0"),
        raw("process_vm_writev", "<pid>, 0, 0, 0, 0, 0"),
        raw("pidfd_open", "<pid>, 0"),
        raw("pidfd_getfd"),
        raw("pidfd_send_signal"),
        raw("kcmp"),
        raw(
            "prlimit64",
            "0, resource.RLIMIT_NOFILE, array.array('Q', [4096, 4096]).buffer_info()[0], 0",
        ),
        raw("io_uring_setup", "1, 0"),
        raw("io_uring_enter"),
        raw("io_uring_register"),
        raw("io_setup"),
        raw("unshare", "0x10000000"),
        raw("setns"),
        raw("mount"),
        raw("umount2"),
        raw("pivot_root"),
        raw("fsopen"),
        raw("open_tree"),
        raw("move_mount"),
        raw("mount_setattr"),
        raw("bpf"),
        raw("perf_event_open"),
        raw("userfaultfd"),
        raw("keyctl"),
        raw("add_key"),
        raw("request_key"),
        raw("name_to_handle_at"),
        raw("open_by_handle_at"),
        raw("fanotify_init"),
        raw("inotify_init1"),
        raw("seccomp"),
        raw("landlock_create_ruleset"),
        raw("personality", "0xffffffff"),
        raw("mq_open"),
        raw("setxattr"),
        raw("execveat"),
        raw("init_module"),
        raw("kexec_load"),
        raw("reboot"),
        raw("swapon"),
        raw("settimeofday"),
        raw("syslog"),
        raw("acct"),
        raw("quotactl"),
        raw("vhangup"),
        raw("process_madvise"),
        raw("memfd_secret"),
        raw("clone", "17, 0, 0, 0, 0"),
        raw("clone", "0x10000000 | 17, 0, 0, 0, 0"),
        raw("clone3", answer="ENOSYS"),
        raw("openat2", answer="ENOSYS"),
    ]
    if platform.machine() == "x86_64":
        kernel += [raw("vfork"), raw("iopl"), raw("ioperm"), raw("modify_ldt"), raw("creat")]
    return [
        *files,
        *network,
        *processes,
        *memory,
        *[each for each in kernel if each.body.find("(-") < 0],
    ]


ATTACKS = _attacks()
