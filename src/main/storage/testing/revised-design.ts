import { emptyDesign } from '@shared/design/new-design'
import type { Design } from '@shared/design/design'

/** A design that names its revision in many places, so that a mixture of two cannot pass for one. */
export function revisedDesign(revision: number): Design {
  const names = Array.from({ length: 300 }, (_, index) => `function-${index}`)
  const functions = Object.fromEntries(names.map((name) => [name, { handler: `./handlers/${revision}.mjs#${name}` }]))
  return { ...emptyDesign(`revision ${revision}`), functions }
}

/** The revision of a design made by `revisedDesign`; NaN for one that is not whole. */
export function revisionOf(design: Design | null): number {
  const revision = Number(design?.name.replace('revision ', ''))
  const handlers = Object.values(design?.functions ?? {}).map((local) => local.handler)
  const isWhole =
    handlers.length === 300 && handlers.every((handler) => handler?.startsWith(`./handlers/${revision}.mjs`))
  return isWhole ? revision : Number.NaN
}
