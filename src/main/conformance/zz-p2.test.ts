import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { REST_SUITE } from './suites/rest'
it('x', () => {
  const dir = '/work/shared/conformance/rest/'
  const files = readdirSync(dir)
  const r = REST_SUITE.play({ files, text: (f: string) => readFileSync(dir + f, 'utf8'), json: (f: string) => JSON.parse(readFileSync(dir + f, 'utf8')) } as never)
  const by: Record<string, number> = {}
  for (const c of r) by[c.outcome] = (by[c.outcome] ?? 0) + 1
  writeFileSync('/tmp/p2/out.txt', JSON.stringify(by) + '\n' + r.filter((c) => c.outcome !== 'passed').map((c) => `${c.outcome} ${c.id} ${c.message}`).join('\n'))
})
