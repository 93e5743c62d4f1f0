import type { ExportedDesign, ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import { templateYaml } from '../cloudformation/template-yaml'
import { buildSam } from './build-sam'

/** A design, narrowed to what is exported, as a SAM template: "template.yaml" with short tags, or "template.json". */
export function exportSam(design: Design, request: ExportRequest): ExportedDesign {
  const { template, diagnostics } = buildSam(design, request)
  const isJson = request.syntax === 'json'
  const text = isJson ? `${JSON.stringify(template, null, 2)}\n` : templateYaml(template)
  return { files: [{ name: isJson ? 'template.json' : 'template.yaml', text }], diagnostics }
}
