import { renderRequest, type CompareEngines } from '../templates/render-request'
import { runTemplateCases } from '../templates/run-template-case'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import type { Handlers } from './service'

/** Mapping templates: single renders, which need no project, and the saved cases of the open one. */
export function templateArea(
  ports: HostPorts,
  holder: OpenProjectHolder,
  compare: CompareEngines | null = null,
): Pick<Handlers, 'template.render' | 'template.runCases'> {
  return {
    'template.render': async (request) => renderRequest(request, { now: ports.now, compare }),
    'template.runCases': async ({ templates: wanted }) => {
      const saved = Object.entries(holder.design.templates ?? {})
      const chosen = wanted ? saved.filter(([name]) => wanted.includes(name)) : saved
      return { results: chosen.flatMap(([name, template]) => runTemplateCases(name, template, ports.now)) }
    },
  }
}
