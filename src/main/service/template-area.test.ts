import { describe, expect, it } from 'vitest'
import type { MappingTemplate } from '@shared/design/mapping-template'
import { putTemplate } from '@shared/design/edits/put-template'
import { orderDesign } from '@shared/design/order-design.fixture'
import { InProcessWorker, MemoryHost, openHost } from './memory-host.fixture'

const worker = (): InProcessWorker => new InProcessWorker()
const template = (source: string, output: string): MappingTemplate => ({
  source,
  profile: 'apigw',
  cases: [
    { name: 'as it is', event: { body: '{"a":1}' }, expected: { output } },
    { name: 'broken', event: { body: '{' }, expected: { fails: true } },
  ],
})

async function playing(templates?: readonly string[]): Promise<unknown[]> {
  const host = await openHost(worker)
  const one = putTemplate(orderDesign(), 'echo.vtl', template("$input.json('$')", '{"a":1}'))
  await host.call['design.put']({ revision: 1, design: putTemplate(one, 'b.vtl', template('b', 'x')) })
  const { results } = await host.call['template.runCases']({ ...(templates && { templates }) })
  return results.map((each) => [each.template, each.case, each.result])
}

describe('template.render', () => {
  it('needs no project', async () => {
    const host = new MemoryHost(worker)
    const answer = await host.call['template.render']({
      template: '$context.stage',
      event: { body: null, context: { stage: 'prod' } },
      profile: 'apigw',
      record: false,
      compare: true,
    })
    expect([answer.outcome.output, answer.problems, answer.json?.valid]).toEqual(['prod', [], false])
  })
})

describe('template.runCases', () => {
  const ECHO = [
    ['echo.vtl', 'as it is', 'pass'],
    ['echo.vtl', 'broken', 'pass'],
  ]
  const B = [
    ['b.vtl', 'as it is', 'fail'],
    ['b.vtl', 'broken', 'fail'],
  ]

  it('plays the cases of the newest design, of all templates or of some', async () => {
    expect(await playing()).toEqual([...ECHO, ...B])
    expect(await playing(['b.vtl'])).toEqual(B)
    expect(await playing([])).toEqual([])
  })

  it('passes over what is not there', async () => {
    expect(await playing(['gone.vtl', 'toString'])).toEqual([])
    const host = await openHost(worker)
    expect(await host.call['template.runCases']({})).toEqual({ results: [] })
  })

  it('needs a project', async () => {
    const refused = await new MemoryHost(worker).call['template.runCases']({}).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'project/none-open' })
  })
})
