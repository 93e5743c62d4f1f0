import type { Design } from '../design'
import type { Integration } from '../integration'
import type { TemplateSlot } from '../mapping-template'
import { problemOfSlot, responseOfSlot } from '../template-slots'
import { methodAt, setMethod } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { mapItems, memberOf, setMember } from './update-in'

/**
 * The text of a saved template copied into its slot. Unchanged, with the reason, when it has no slot or the slot is gone; unchanged
 * without one when the slot holds this very text.
 */
export function applyTemplate(
  design: Design,
  name: string,
): { readonly design: Design; readonly refusal: string | null } {
  const template = memberOf(design.templates ?? {}, name)
  if (!template) return { design, refusal: `There is no template ${name}.` }
  const { slot, source } = template
  if (!slot) return { design, refusal: `${name} belongs to no route. Attach it to one first.` }
  const problem = problemOfSlot(design, slot)
  if (problem !== null) return { design, refusal: `${name} cannot be applied: ${problem}. Attach it to another route.` }
  return { design: setSlot(design, slot, source), refusal: null }
}

function setSlot(design: Design, slot: TemplateSlot, source: string): Design {
  return changeRestApi(design, slot.apiId, (api) => {
    const method = methodAt(api, slot.path, slot.verb)
    if (!method?.integration) return api
    const integration = setIn(method.integration, slot, source)
    return setMethod(api, slot.path, slot.verb, setMember(method, 'integration', integration))
  })
}

function setIn(integration: Integration, slot: TemplateSlot, source: string): Integration {
  const put = (templates: Readonly<Record<string, string>> | undefined) =>
    setMember(templates ?? {}, slot.contentType, source)
  if (slot.statusCode === undefined)
    return setMember(integration, 'requestTemplates', put(integration.requestTemplates))
  const wanted = responseOfSlot(integration, slot)
  const responses = mapItems(integration.integrationResponses, (each) =>
    each === wanted ? setMember(each, 'responseTemplates', put(each.responseTemplates)) : each,
  )
  return setMember(integration, 'integrationResponses', responses)
}
