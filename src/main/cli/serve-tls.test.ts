import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { secureDesign } from '../live/tls/testing/secure-sample'
import { exchangeSecurely } from '../live/tls/testing/exchange-securely'
import { writeProject } from '../project-format/write-project'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'

let dataFolder = ''
beforeEach(() => {
  dataFolder = temporaryFolder()
  vi.stubEnv('GATEWRIGHT_DATA', dataFolder)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

/** What `serve` prints until it says the last of it. */
async function served(
  args: readonly string[],
  lastLine: RegExp,
  during: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const path = join(temporaryFolder(), 'api.gatewright.yaml')
  writeFileSync(path, writeProject(secureDesign()))
  const stop = new AbortController()
  const lines: string[] = []
  let serving: Promise<number> | undefined
  await new Promise<void>((resolve) => {
    const out = (line: string): void => {
      lines.push(line)
      if (lastLine.test(line)) resolve()
    }
    const io = { out, err: () => undefined, isTerminal: false, signal: stop.signal }
    serving = main(['serve', path, '--port', '0', ...args], '1.0.0', io)
  })
  await during(lines)
  stop.abort('SIGTERM')
  await serving
}

it('serve --tls says where it answers and how to trust it, and keeps its authority', async () => {
  const caFile = join(dataFolder, 'tls', 'ca.pem')
  const authorities: string[] = []
  for (let run = 0; run < 2; run++) {
    await served(['--tls-port', '0'], /Node\.js:/, async (lines) => {
      const { port, pathname } = new URL(lines[1]!.trim())
      const ca = readFileSync(caFile, 'utf8')
      authorities.push(ca)
      const answer = await exchangeSecurely({ port: Number(port), host: 'localhost', path: `${pathname}/seen`, ca })
      expect([answer.slice(0, 3), lines[2]!.trim(), lines.some((line) => line.includes(caFile))]).toEqual([
        '200',
        `curl --cacert ${caFile} https://127.0.0.1:${port}${pathname}/`,
        true,
      ])
    })
  }
  expect(authorities[0]).toBe(authorities[1])
})

it('serve without --tls makes no authority', async () => {
  await served([], /Chat, stage/, async (lines) => {
    expect(lines.filter((line) => line.includes('https'))).toEqual([])
    expect(existsSync(join(dataFolder, 'tls'))).toBe(false)
    await Promise.resolve()
  })
})
