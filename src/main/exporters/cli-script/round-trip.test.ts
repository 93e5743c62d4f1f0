import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ApiChange } from '@shared/design/compare/design-comparison'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import { isLocalChange, isOwnMember } from '@shared/design/compare/local-parts'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { orderDesign } from '@shared/design/order-design.fixture'
import { importDocument } from '../../importers/import-document'
import { parseProject } from '../../project-format/parse-project'
import { Random } from '../../project-format/testing/random'
import { everyFeature } from '../cloudformation/testing/every-feature'
import { randomDesign } from '../testing/random-design'
import { allKindsDesign } from './all-kinds-design.fixture'
import { exportCliScript } from './export-cli-script'

/** What changes by way of a script, without what is local and what the export says stays behind. */
function lost(design: Design): ApiChange[] {
  const { files, diagnostics } = exportCliScript(design, { format: 'cli', hasKeyValues: true })
  const [file] = files
  const back = importDocument(new TextEncoder().encode(file?.text), file?.name ?? '', {
    region: design.region,
    accountId: design.accountId,
  })
  expect(back.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (back.design === null) throw new RangeError('The script cannot be read.')
  return compareDesigns(design, back.design).filter((change) => !isLocalChange(change) && !isSaid(change, diagnostics))
}

/**
 * At its own place. What plays targets on this computer is counted at the first place of its API that has it; an older deployment is said
 * of the stage, and nothing else of the stage with it.
 */
function isSaid(change: ApiChange, said: readonly Diagnostic[]): boolean {
  const place = change.beforePointer ?? change.afterPointer ?? ''
  const api = /^\/apis\/\d+\//.exec(place)?.[0]
  const isCounted = (pointer: string): boolean =>
    api !== undefined && pointer.startsWith(api) && pointer.split('/').at(-1) === place.split('/').at(-1)
  const isDeployment = /(^|\.)deployment(\.description)?$/.test(change.setting)
  return said.some(({ code, pointer }) => {
    if (code === 'export/older-deployment' && !isDeployment) return false
    return (pointer !== '' && place.startsWith(pointer)) || (isOwnMember(change) && isCounted(pointer))
  })
}

const samples = ['chat', 'items-api', 'loss', 'order-api', 'speed', 'token-bucket'].map((name): Design => {
  const file = new URL(`../../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url)
  const { design } = parseProject(readFileSync(file, 'utf8'), name)
  if (design === null) throw new RangeError(`The sample ${name} cannot be read.`)
  return design
})

describe('a design as a script, read back', () => {
  it.each([...samples, orderDesign(), allKindsDesign(), everyFeature()])(
    'loses nothing but what is said ($name)',
    (design) => {
      expect(lost(design)).toEqual([])
    },
  )

  const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
  it.each(seeds)('loses nothing but what is said when it is generated (seed %i)', (seed) => {
    expect(lost(randomDesign(new Random(seed)))).toEqual([])
  })
})
