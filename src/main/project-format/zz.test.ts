import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { JsonObject } from '../documents/source-tree'
import { parseProject } from './parse-project'
import { projectShape, type WrittenProject } from './shapes/project.shape'
import { Random } from './testing/random'
import { changedAtRandom, randomDesign } from './testing/random-design'
import { writeProject } from './write-project'

const seeds = Array.from({ length: 60 }, (_, index) => index * 37 + 100)
const EACH = 60

/** Neither maps nor defaults change what a design says; `undefined` would not survive JSON. */
function reread(text: string): Design | null {
  const { design, diagnostics } = parseProject(text, 'a.gatewright.yaml')
  expect(diagnostics).toEqual([])
  return design
}

function changed(design: Design, random: Random): Design {
  const value = changedAtRandom(projectShape, { gatewright: 1, ...(design as unknown as JsonObject) }, random)
  const { gatewright: _, ...rest } = value as unknown as WrittenProject
  return rest
}

describe('writing and reading', () => {
  it.each(seeds)('gives back every design (seed %i)', (seed) => {
    const random = new Random(seed)
    for (let round = 0; round < EACH; round++) {
      const design = randomDesign(random)
      expect(reread(writeProject(design))).toEqual(design)
    }
  })

  it.each(seeds)('leaves a file alone whose design did not change (seed %i)', (seed) => {
    const random = new Random(seed)
    for (let round = 0; round < EACH; round++) {
      const text = writeProject(randomDesign(random))
      const design = reread(text)
      expect(design && writeProject(design, text)).toBe(text)
    }
  })

  it.each(seeds)('changes a file to say any other design (seed %i)', (seed) => {
    const random = new Random(seed)
    for (let round = 0; round < EACH; round++) {
      const design = randomDesign(random)
      const next = random.chance(0.2) ? randomDesign(random) : changed(design, random)
      expect(reread(writeProject(next, writeProject(design)))).toEqual(next)
    }
  })

  it.each(seeds)('keeps every comment of what stays when something is added (seed %i)', (seed) => {
    const random = new Random(seed)
    for (let round = 0; round < EACH; round++) {
      const design: Design = { ...randomDesign(random), functions: { 'a-b': { handler: './a.mjs#b' } } }
      const text = commented(writeProject(design))
      expect(reread(text)).toEqual(design)
      const next = { ...design, functions: { ...design.functions, 'c-d': {} } }
      const written = writeProject(next, text)
      const inserted = '  a-b:\n    handler: ./a.mjs#b\n'
      expect(text).toContain(inserted)
      expect(written).toBe(text.replace(inserted, `${inserted}  c-d: {}\n`))
    }
  })
})

/** A comment above every top-level key and one behind those that stand alone on their line. */
function commented(text: string): string {
  return text.replaceAll(/^([a-zA-Z]+:)(?= *$)/gm, '# about $1\n$1 # here')
}
