"""Numbers of system calls on x86-64 and aarch64.

Source: the kernel's arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
Only calls that the sandbox names; "-" where an architecture has no such call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

NEWEST = 450  # set_mempolicy_home_node, Linux 5.17: the last call that this table was made with

_TABLE = """
# name                  x86-64  aarch64
# memory
mmap                         9      222
mprotect                    10      226
munmap                      11      215
mremap                      25      216
brk                         12      214
madvise                     28      233
membarrier                 324      283
# reading and the descriptors at hand
read                         0       63
pread64                     17       67
readv                       19       65
write                        1       64
writev                      20       66
close                        3       57
lseek                        8       62
fstat                        5       80
fcntl                       72       25
ioctl                       16       29
dup                         32       23
dup2                        33        -
dup3                       292       24
pipe                        22        -
pipe2                      293       59
poll                         7        -
ppoll                      271       73
select                      23        -
pselect6                   270       72
sendto                      44      206
recvfrom                    45      207
getsockopt                  55      209
getsockname                 51      204
getpeername                 52      205
# files by path, to look at
open                         2        -
openat                     257       56
openat2                    437      437
stat                         4        -
lstat                        6        -
newfstatat                 262       79
statx                      332      291
access                      21        -
faccessat                  269       48
faccessat2                 439      439
readlink                    89        -
readlinkat                 267       78
getcwd                      79       17
getdents                    78        -
getdents64                 217       61
statfs                     137       43
fstatfs                    138       44
# time
gettimeofday                96      169
time                       201        -
clock_gettime              228      113
clock_getres               229      114
clock_nanosleep            230      115
nanosleep                   35      101
times                      100      153
# signals of its own
rt_sigaction                13      134
rt_sigprocmask              14      135
rt_sigreturn                15      139
rt_sigpending              127      136
rt_sigsuspend              130      133
rt_sigtimedwait            128      137
sigaltstack                131      132
tgkill                     234      131
restart_syscall            219      128
pause                       34        -
# threads
clone                       56      220
clone3                     435      435
futex                      202       98
set_robust_list            273       99
get_robust_list            274      100
set_tid_address            218       96
rseq                       334      293
gettid                     186      178
sched_yield                 24      124
sched_getaffinity          204      123
sched_getparam             143      121
sched_getscheduler         145      120
sched_get_priority_max     146      125
sched_get_priority_min     147      126
getcpu                     309      168
exit                        60       93
exit_group                 231       94
# who and where it is
getpid                      39      172
getppid                    110      173
getpgrp                    111        -
getpgid                    121      155
getsid                     124      156
getuid                     102      174
geteuid                    107      175
getgid                     104      176
getegid                    108      177
getresuid                  118      148
getresgid                  120      150
getgroups                  115      158
uname                       63      160
sysinfo                     99      179
getrusage                   98      165
getrlimit                   97      163
getrandom                  318      278
prlimit64                  302      261
# the sandbox's own
prctl                      157      167
seccomp                    317      277
landlock_create_ruleset    444      444
landlock_add_rule          445      445
landlock_restrict_self     446      446
capset                     126       91
unshare                    272       97
# never: other processes
fork                        57        -
vfork                       58        -
execve                      59      221
execveat                   322      281
wait4                       61      260
waitid                     247       95
kill                        62      129
tkill                      200      130
rt_sigqueueinfo            129      138
rt_tgsigqueueinfo          297      240
ptrace                     101      117
process_vm_readv           310      270
process_vm_writev          311      271
process_madvise            440      440
kcmp                       312      272
pidfd_open                 434      434
pidfd_getfd                438      438
pidfd_send_signal          424      424
setsid                     112      157
setpgid                    109      154
setpriority                141      140
sched_setaffinity          203      122
sched_setscheduler         144      119
# never: network
socket                      41      198
socketpair                  53      199
connect                     42      203
bind                        49      200
listen                      50      201
accept                      43      202
accept4                    288      242
sendmsg                     46      211
sendmmsg                   307      269
recvmsg                     47      212
recvmmsg                   299      243
setsockopt                  54      208
shutdown                    48      210
# never: changing files
creat                       85        -
truncate                    76       45
ftruncate                   77       46
rename                      82        -
renameat                   264       38
renameat2                  316      276
mkdir                       83        -
mkdirat                    258       34
rmdir                       84        -
unlink                      87        -
unlinkat                   263       35
link                        86        -
linkat                     265       37
symlink                     88        -
symlinkat                  266       36
mknod                      133        -
mknodat                    259       33
chmod                       90        -
fchmod                      91       52
fchmodat                   268       53
chown                       92        -
fchown                      93       55
fchownat                   260       54
lchown                      94        -
utimensat                  280       88
setxattr                   188        5
fallocate                  285       47
copy_file_range            326      285
open_by_handle_at          304      265
name_to_handle_at          303      264
memfd_create               319      279
memfd_secret               447      447
shmget                      29      194
mq_open                    240      180
inotify_init1              294       26
fanotify_init              300      262
# never: the kernel's machinery
setuid                     105      146
setresuid                  117      147
setresgid                  119      149
setgroups                  116      159
setrlimit                  160      164
mount                      165       40
umount2                    166       39
move_mount                 429      429
fsopen                     430      430
open_tree                  428      428
pivot_root                 155       41
chroot                     161       51
setns                      308      268
io_uring_setup             425      425
io_uring_enter             426      426
io_uring_register          427      427
io_setup                   206        0
add_key                    248      217
request_key                249      218
keyctl                     250      219
bpf                        321      280
perf_event_open            298      241
userfaultfd                323      282
personality                135       92
arch_prctl                 158        -
init_module                175      105
finit_module               313      273
kexec_load                 246      104
reboot                     169      142
swapon                     167      224
sethostname                170      161
syslog                     103      116
iopl                       172        -
ioperm                     173        -
quotactl                   179       60
acct                       163       89
"""


class Architecture(NamedTuple):
    """What a filter must know of a machine; `x32` marks the calls of a second ABI, 0 if none."""

    name: str
    audit: int
    x32: int
    numbers: Mapping[str, int]


def _column(index: int) -> dict[str, int]:
    rows = [line.split() for line in _TABLE.splitlines() if line and not line.startswith("#")]
    return {row[0]: int(row[index]) for row in rows if row[index] != "-"}


# AUDIT_ARCH_* of linux/audit.h, __X32_SYSCALL_BIT of asm/unistd.h
X86_64 = Architecture("x86_64", 0xC000003E, 0x40000000, _column(1))
AARCH64 = Architecture("aarch64", 0xC00000B7, 0, _column(2))


@cache
def architecture() -> Architecture | None:
    """This machine's, or None: not Linux, not 64 bits, or without a table."""
    if sys.platform != "linux" or sys.maxsize < 2**32:
        return None
    machine = os.uname().machine
    return next((known for known in (X86_64, AARCH64) if known.name == machine), None)
