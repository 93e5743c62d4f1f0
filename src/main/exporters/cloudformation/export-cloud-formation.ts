import type { ExportedDesign, ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { encodeUtf8 } from '../../engine/vtl/java/text/utf8'
import type { ExportCode } from '../export-codes'
import { buildTemplate } from './build-template'
import { templateYaml } from './template-yaml'

/** A design, narrowed to what is exported, as a CloudFormation template: "template.yaml" with short tags, or "template.json". */
export function exportCloudFormation(design: Design, request: ExportRequest): ExportedDesign {
  const { template, diagnostics } = buildTemplate(design, request)
  const isJson = request.syntax === 'json'
  const text = isJson ? `${JSON.stringify(template, null, 2)}\n` : templateYaml(template)
  const tooLarge = sizeProblem(text)
  return {
    files: [{ name: isJson ? 'template.json' : 'template.yaml', text }],
    diagnostics: [...diagnostics, ...tooLarge],
  }
}

/** In bytes, for a template that is read from S3. Source: CloudFormation User Guide, "Understand CloudFormation quotas". */
const LARGEST = 1024 * 1024

function sizeProblem(text: string): Diagnostic[] {
  const bytes = encodeUtf8(text).length
  if (bytes <= LARGEST) return []
  const code: ExportCode = 'export/over-quota'
  const message = `The template has ${bytes} bytes; CloudFormation takes ${LARGEST}. Export fewer APIs at a time.`
  return [{ code, severity: 'error', message, pointer: '/apis' }]
}
