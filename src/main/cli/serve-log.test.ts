import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeProject } from '../project-format/write-project'
import { API, mockAnswering, sampleDesign } from '../live/testing/sample-design'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'

interface RequestLine {
  readonly status: number
  readonly templateRuns: readonly Readonly<Record<string, unknown>>[]
}

it('prints a line for each request, without its payloads and its secrets', async () => {
  const path = join(temporaryFolder(), 'api.gatewright.yaml')
  const method = mockAnswering('answer of $context.stage')
  writeFileSync(path, writeProject(sampleDesign({ resources: { '/things': { methods: { POST: method } } } })))
  const stop = new AbortController()
  const lines: string[] = []
  const waiting: (() => void)[] = []
  const nextLine = async (): Promise<string> => {
    while (lines.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    return lines.shift()!
  }
  const io = {
    out: (line: string) => {
      lines.push(line)
      waiting.shift()?.()
    },
    err: () => undefined,
    isTerminal: false,
    signal: stop.signal,
  }
  const served = main(['serve', path, '--port', '0', '--json', '--log'], '1.0.0', io)
  const { port } = JSON.parse(await nextLine()) as { readonly port: number }
  await fetch(`http://127.0.0.1:${port}/${API}/prod/things`, {
    method: 'POST',
    headers: { Authorization: 'Bearer secret-token', 'x-api-key': 'secret-key' },
    body: '{"statusCode":200,"secret":"payload"}',
  })
  const line = await nextLine()
  stop.abort('SIGTERM')
  await served
  const { status, templateRuns } = JSON.parse(line) as RequestLine
  expect(status).toBe(200)
  expect(templateRuns.map(({ phase, bytesOut, body }) => [phase, bytesOut, body])).toContainEqual([
    'response',
    14,
    undefined,
  ])
  expect(line).not.toMatch(/secret|templateEvent/)
})
