import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../out/main/browser.js', import.meta.url))
const READY_MS = 20_000
const END_MS = 5_000

/** A running loopback host with folders of its own. */
export interface HostProcess {
  /** The page's address with this launch's secret. */
  readonly url: string
  /** Holds the two below; a place for files of a test's own. */
  readonly folder: string
  readonly dataFolder: string
  readonly projectsFolder: string
  /** What it printed on standard error so far. */
  readonly complaints: () => string
  /** Closes its standard input, as the end of `npm start` does, and gives its exit code. */
  readonly end: () => Promise<number | null>
}

export interface HostProcessOptions {
  /** A file to be opened at once. */
  readonly file?: string
  /** Folders of an earlier host, to see what a restart brings back. */
  readonly folder?: string
}

/** Starts out/main/browser.js and waits until it has printed its address. */
export async function startHost({ file, folder }: HostProcessOptions = {}): Promise<HostProcess> {
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'gatewright-e2e-')))
  const folders = { dataFolder: join(home, 'data'), projectsFolder: join(home, 'projects') }
  const child = spawn(process.execPath, [program, ...(file === undefined ? [] : [file])], {
    env: { ...process.env, GATEWRIGHT_DATA: folders.dataFolder, GATEWRIGHT_PROJECTS: folders.projectsFolder },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const url = await addressOf(child, () => complaints)
  const end = async (): Promise<number | null> => {
    const exitCode = await endChild(child)
    if (folder === undefined) await rm(home, { recursive: true, force: true })
    return exitCode
  }
  return { url, folder: home, ...folders, complaints: () => complaints, end }
}

function addressOf(child: ChildProcess, complaints: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The host ${why}. It said:\n${complaints()}`))
    const timer = setTimeout(() => fail(`printed no address within ${READY_MS} ms`), READY_MS)
    let text = ''
    child.once('error', (error) => fail(`could not be started: ${error.message}`))
    child.once('exit', (code) => fail(`ended with exit code ${code}`))
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const [address] = /http:\/\/\S+(?=\s)/.exec(text) ?? []
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

async function endChild(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.stdin?.end()
  const timer = setTimeout(() => child.kill('SIGKILL'), END_MS)
  await ended
  clearTimeout(timer)
  return child.exitCode
}
