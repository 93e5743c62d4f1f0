import type { HandlerLaunch } from './handler-launch'

/**
 * A process of Python that runs `resources/python-handler.py`. No byte code is written: it would lie among the person's files, and a
 * change within a second could be taken for none. Text is UTF-8 everywhere, as it is on Lambda.
 */
export function pythonLaunch(interpreter: string, runner: string): HandlerLaunch {
  return {
    command: interpreter,
    arguments: ['-B', '-X', 'utf8', runner],
    environment: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    overhead: 64,
    pipesOf: ({ stdin, stdout, stderr }) => ({ to: stdin!, from: stdout!, prints: [stderr!] }),
  }
}
