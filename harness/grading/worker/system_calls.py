"""The system calls a confined worker may make: a list of what is allowed; all else is refused.

A list of what is forbidden would have to name every way out of every future kernel. What computing
in Python needs is short and changes slowly, so that is what is named; the rest answers EPERM, which
Python raises as ``PermissionError``. The filter sees numbers, not what pointers lead to: ``clone3``
and ``openat2``, which hide their flags so, answer ENOSYS, and callers take the older call instead.
"""

import errno
import os
import struct
import termios
from typing import Any

ALLOWED = """
    read readv pread64 preadv preadv2 write writev pwrite64 pwritev pwritev2 lseek _llseek close
    close_range dup dup2 dup3 pipe pipe2 fadvise64

    stat lstat fstat newfstatat fstatat64 stat64 lstat64 fstat64 statx access faccessat faccessat2
    readlink readlinkat getcwd getdents getdents64 umask

    mmap mmap2 munmap mprotect mremap madvise brk mincore msync membarrier

    futex futex_time64 futex_wait futex_waitv futex_wake futex_requeue set_robust_list
    set_tid_address rseq arch_prctl set_thread_area get_thread_area set_tls
    cacheflush riscv_flush_icache riscv_hwprobe exit exit_group restart_syscall wait4 waitid waitpid

    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait
    rt_sigtimedwait_time64 sigaltstack sigreturn pause alarm setitimer getitimer

    poll ppoll ppoll_time64 select _newselect pselect6 pselect6_time64 epoll_create epoll_create1
    epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd eventfd2 signalfd signalfd4
    timerfd_create timerfd_settime timerfd_gettime

    clock_gettime clock_gettime64 clock_getres clock_getres_time64 clock_nanosleep
    clock_nanosleep_time64 nanosleep time gettimeofday times timer_create timer_settime
    timer_gettime timer_getoverrun timer_delete

    getpid getppid gettid getpgrp getpgid getsid getuid geteuid getgid getegid getuid32 geteuid32
    getgid32 getegid32 getresuid getresgid getgroups capget getrusage getrlimit ugetrlimit
    getpriority getcpu sched_yield sched_getaffinity sched_getparam sched_getscheduler
    sched_get_priority_max sched_get_priority_min uname sysinfo getrandom

    recvfrom recvmsg recv send sendmsg shutdown getsockname getpeername getsockopt
""".split()

HIDING_THEIR_FLAGS = ("clone3", "openat2")

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CLONE_THREAD = 0x00010000
_CLONE_NEW_NAMESPACES = 0x7E020000
_SOCKET_KIND = 0xF
_UNIX, _STREAM = 1, 1
_PR_SET_NAME, _PR_GET_NAME = 15, 16
_RLIMIT_STACK = 3
# Not F_SETOWN and F_SETSIG: together they send any signal to any process of the same user.
_FCNTL = (0, 1, 2, 3, 4, 1030)  # F_DUPFD, F_[GS]ETFD, F_[GS]ETFL, F_DUPFD_CLOEXEC
_IOCTL = "TCGETS TIOCGWINSZ FIOCLEX FIONCLEX FIONBIO FIONREAD".split()

_OWN_PID = 0x7FC0FFEE
"""Stands in the program for the worker's own process id; no kernel gives out one so large."""


def compile_filter(seccomp: Any) -> bytes:
    """Build the filter's program with ``pyseccomp``; ``for_this_process`` completes it."""
    filter_ = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    filter_.set_attr(seccomp.Attr.ACT_BADARCH, seccomp.ERRNO(errno.EPERM))
    add = _Adder(seccomp, filter_)
    for name in ALLOWED:
        add(seccomp.ALLOW, name)
    for name in HIDING_THEIR_FLAGS:
        add(seccomp.ERRNO(errno.ENOSYS), name)

    def equal(index: int, value: int) -> Any:
        return seccomp.Arg(index, seccomp.EQ, value)

    def masked(index: int, mask: int, value: int) -> Any:
        return seccomp.Arg(index, seccomp.MASKED_EQ, mask, value)

    add(seccomp.ALLOW, "open", masked(1, _WRITING, 0))
    add(seccomp.ALLOW, "openat", masked(2, _WRITING, 0))
    # Threads, and neither processes nor new namespaces. On s390 the flags come second.
    flags = 1 if os.uname().machine.startswith("s390") else 0
    add(seccomp.ALLOW, "clone", masked(flags, _CLONE_THREAD | _CLONE_NEW_NAMESPACES, _CLONE_THREAD))
    for name in ("kill", "tgkill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"):
        add(seccomp.ALLOW, name, equal(0, _OWN_PID))
    # A stream, which an event loop wakes itself with. A datagram socket could be made to send to
    # any other one by its address, and so could a call that carries an address.
    add(seccomp.ALLOW, "socketpair", equal(0, _UNIX), masked(1, _SOCKET_KIND, _STREAM))
    add(seccomp.ALLOW, "sendto", equal(4, 0))
    for name in ("fcntl", "fcntl64"):
        for command in _FCNTL:
            add(seccomp.ALLOW, name, equal(1, command))
    for request in _IOCTL:
        add(seccomp.ALLOW, "ioctl", equal(1, getattr(termios, request)))
    for option in (_PR_SET_NAME, _PR_GET_NAME):
        add(seccomp.ALLOW, "prctl", equal(0, option))
    # Limits of its own may be read, and that of its stack raised within what is left to it.
    add(seccomp.ALLOW, "prlimit64", equal(0, 0), equal(2, 0))
    add(seccomp.ALLOW, "prlimit64", equal(0, 0), equal(1, _RLIMIT_STACK))
    return _exported(filter_)


def for_this_process(program: bytes) -> bytes:
    """The program, allowing signals to the calling process itself."""
    return program.replace(struct.pack("=I", _OWN_PID), struct.pack("=I", os.getpid()))


class _Adder:
    """Adds rules for the calls that this machine's libseccomp and architecture know."""

    def __init__(self, seccomp: Any, filter_: Any) -> None:
        self._seccomp = seccomp
        self._filter = filter_

    def __call__(self, action: int, name: str, *arguments: Any) -> None:
        number = self._seccomp.resolve_syscall(self._seccomp.system_arch(), name)
        if number >= 0:  # negative: a call of other architectures, or none at all
            self._filter.add_rule(action, number, *arguments)


def _exported(filter_: Any) -> bytes:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as source:
        with os.fdopen(writer, "wb") as pipe:
            filter_.export_bpf(pipe)
        return source.read()
