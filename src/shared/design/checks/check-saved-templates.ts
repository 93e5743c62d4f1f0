import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Design } from '../design'
import type { MappingTemplate } from '../mapping-template'
import { problemOfSlot } from '../template-slots'
import { problem, unless, type Path } from './problem'
import { templateLength } from './template-length'

/** Templates kept beside their cases: they lead to a slot that exists, fit AWS's limit, and their cases can be told apart. */
export function checkSavedTemplates(design: Design): Diagnostic[] {
  return Object.entries(design.templates ?? {}).flatMap(([name, template]) => {
    const at = ['templates', name]
    return [
      ...checkSlot(design, name, template, at),
      ...checkLength(name, template, at),
      ...checkCases(name, template, at),
    ]
  })
}

function checkSlot(design: Design, name: string, { slot }: MappingTemplate, at: Path): Diagnostic[] {
  const missing = slot ? problemOfSlot(design, slot) : null
  return unless(
    missing === null,
    'design/template-slot-missing',
    [...at, 'slot'],
    () => `Template ${name} leads nowhere: ${missing}. Attach it to another route, or to none.`,
    'warning',
  )
}

function checkLength(name: string, { source }: MappingTemplate, at: Path): Diagnostic[] {
  const max = LIMITS.mappingTemplate.value
  const length = templateLength(source)
  return unless(
    length <= max,
    'design/template-too-large',
    [...at, 'source'],
    () =>
      `Template ${name} has ${length.toLocaleString('en-US')} bytes. AWS takes ${max.toLocaleString('en-US')} at most; shorten it.`,
  )
}

function checkCases(name: string, { cases }: MappingTemplate, at: Path): Diagnostic[] {
  const seen = new Set<string>()
  return cases.flatMap((each, index) => {
    const isNew = !seen.has(each.name)
    seen.add(each.name)
    if (isNew) return []
    const message = `Template ${name} has more than one case "${each.name}". Rename one.`
    return [problem('design/template-case-duplicate', [...at, 'cases', index, 'name'], message, 'warning')]
  })
}
