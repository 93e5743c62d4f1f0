import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'

const program = fileURLToPath(new URL('../out/main/cli.js', import.meta.url))
const READY_MS = 20_000

/** A running `serve`, over plain HTTP and over TLS. */
export interface ServedCommand {
  /** Each API by its name. */
  readonly apis: ReadonlyMap<string, { readonly url: string; readonly secureUrl: string }>
  end(): Promise<void>
}

interface Listening {
  readonly apis: readonly { readonly name: string; readonly url: string; readonly secure: { readonly url: string } }[]
}

/** Serves a project on free ports, with a data folder of its own. */
export async function serve(project: object): Promise<ServedCommand> {
  const folder = await mkdtemp(join(tmpdir(), 'gatewright-serve-'))
  const path = join(folder, 'served.gatewright.yaml')
  await writeFile(path, stringify({ gatewright: 1, name: 'served', ...project }))
  const args = [program, 'serve', path, '--port', '0', '--tls-port', '0', '--json']
  const env = { ...process.env, GATEWRIGHT_DATA: join(folder, 'data') }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const line = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`serve was not ready in time. ${complaints}`)), READY_MS)
    let text = ''
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}. ${complaints}`)))
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(timer)
      resolve(text.slice(0, text.indexOf('\n')))
    })
  })
  const { apis } = JSON.parse(line) as Listening
  return { apis: new Map(apis.map(({ name, url, secure }) => [name, { url, secureUrl: secure.url }])), end }
}
