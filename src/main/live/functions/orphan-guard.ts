import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { childProcessModule } from '../late-modules'

/**
 * A shell that keeps the last list it was given and ends every process group on it when nobody can give it another. It holds on when
 * a terminal is closed or Ctrl-C is pressed: handlers are then ended by us, or by it if we are not.
 */
const SCRIPT = `
trap '' HUP INT TERM QUIT
groups=
while read -r line; do groups=$line; done
for group in $groups; do kill -9 "-$group" 2>/dev/null; done`

/**
 * Sees to it that no handler outlives this program, however the program ends: one in an endless loop would not notice. Takes the ids of
 * process groups. Windows ends the processes that we start by itself.
 */
export class OrphanGuard {
  private readonly groups = new Set<number>()
  private shell: ChildProcess | null = null
  private isStopped = false

  add(group: number): void {
    this.groups.add(group)
    this.tell()
  }

  remove(group: number): void {
    if (this.groups.delete(group)) this.tell()
  }

  /** Ends the guard; what is still on its list is ended by it. */
  stop(): void {
    this.isStopped = true
    this.shell?.stdin?.end()
    this.shell = null
  }

  private tell(): void {
    if (this.isStopped || process.platform === 'win32') return
    this.shell ??= this.start()
    this.shell.stdin!.write(`${[...this.groups].join(' ')}\n`)
  }

  private start(): ChildProcess {
    const shell = childProcessModule().spawn('/bin/sh', ['-c', SCRIPT, 'gatewright-orphan-guard'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {},
      detached: true,
    })
    const forget = (): void => {
      if (this.shell === shell) this.shell = null
    }
    shell.on('error', forget).on('exit', forget)
    shell.stdin!.on('error', forget)
    // This program may end while the shell waits: that is what it waits for.
    shell.unref()
    ;(shell.stdin as Socket).unref()
    return shell
  }
}
