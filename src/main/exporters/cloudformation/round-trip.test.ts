import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '@shared/contract/export'
import type { Api } from '@shared/design/api'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import type { ApiChange } from '@shared/design/compare/design-comparison'
import type { Design } from '@shared/design/design'
import { orderDesign } from '@shared/design/order-design.fixture'
import { parseProject } from '../../project-format/parse-project'
import { Random } from '../../project-format/testing/random'
import { importDocument } from '../../importers/import-document'
import { randomDesign } from '../testing/random-design'
import { exportCloudFormation } from './export-cloud-formation'
import { everyFeature } from './testing/every-feature'

/** What changes by way of a template, without what the export says stays behind. */
function lost(design: Design, request: Partial<ExportRequest> = {}): ApiChange[] {
  const { files, diagnostics } = exportCloudFormation(design, {
    format: 'cloudformation',
    hasKeyValues: true,
    ...request,
  })
  const [file] = files
  const bytes = new TextEncoder().encode(file?.text)
  const back = importDocument(bytes, file?.name ?? '', { region: design.region, accountId: design.accountId })
  expect(back.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!back.design) return []
  const said = diagnostics.map(({ pointer }) => pointer)
  return compareDesigns(design, back.design).filter((change) => !isSaid(change, said))
}

/** What a template adds of itself, said where the thing stands that lacked it. */
const ADDED = ['deployment', 'certificateArn']

/** Said at its own place; of descriptions, which are counted, at the first. */
function isSaid({ kind, beforePointer, afterPointer = '', setting }: ApiChange, said: readonly string[]): boolean {
  if (kind === 'added') return ADDED.includes(setting) && said.some((pointer) => afterPointer.startsWith(pointer))
  const api = /^(\/apis\/\d+\/resources\/).*\/description$/.exec(beforePointer ?? '')?.[1]
  return said.some(
    (pointer) =>
      beforePointer?.startsWith(pointer) === true ||
      (api !== undefined && pointer.startsWith(api) && pointer.endsWith('/description')),
  )
}

const samples = ['chat', 'items-api', 'loss', 'order-api', 'speed', 'token-bucket'].map((name) => {
  const file = new URL(`../../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url)
  return parseProject(readFileSync(file, 'utf8'), name).design!
})

describe('a design that goes out and comes back', () => {
  it.each([...samples, orderDesign(), everyFeature()])('loses nothing but what is said ($name)', (design) => {
    expect([lost(design), lost(design, { syntax: 'json' })]).toEqual([[], []])
  })

  const types: readonly Api['protocolType'][] = ['REST', 'HTTP', 'WEBSOCKET']
  const seeds = types.flatMap((protocolType) => [1, 2, 3, 4].map((seed) => ({ protocolType, seed })))
  it.each(seeds)(
    'loses nothing but what is said when it is generated ($protocolType, seed $seed)',
    ({ protocolType, seed }) => {
      expect(lost(randomDesign(new Random(seed), { protocolTypes: [protocolType] }))).toEqual([])
    },
  )
})
