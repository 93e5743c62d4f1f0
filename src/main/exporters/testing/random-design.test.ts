import { describe, expect, it } from 'vitest'
import { checkDesign } from '@shared/design/checks/check-design'
import { FORMAT_VERSION } from '../../project-format/format-version'
import { parseProject } from '../../project-format/parse-project'
import { Random } from '../../project-format/testing/random'
import { randomDesign } from './random-design'

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

describe('randomDesign', () => {
  it.each(seeds)('makes a design without errors that a project file can hold (seed %i)', (seed) => {
    const design = randomDesign(new Random(seed))
    expect(checkDesign(design).filter(({ severity }) => severity === 'error')).toEqual([])
    const read = parseProject(JSON.stringify({ gatewright: FORMAT_VERSION, ...design }), 'project.json')
    expect(read).toMatchObject({ design, diagnostics: [] })
  })

  it('makes the same design of the same seed', () => {
    expect(randomDesign(new Random(7))).toEqual(randomDesign(new Random(7)))
  })

  it('makes only the types of APIs that are asked for, as many as asked', () => {
    const { apis } = randomDesign(new Random(3), { protocolTypes: ['HTTP'], apis: 4 })
    expect(apis.map(({ protocolType }) => protocolType)).toEqual(['HTTP', 'HTTP', 'HTTP', 'HTTP'])
  })
})
