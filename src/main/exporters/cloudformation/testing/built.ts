import type { ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import { buildTemplate } from '../build-template'
import type { ResourceDocument, TemplateDocument } from '../template-document'

/** A template with what tests ask of it. */
export interface Built {
  readonly template: TemplateDocument
  /** "warning /apis/0/stages/prod": what the export says about a place. */
  readonly said: readonly string[]
  /** The only resource of a type, or the one whose logical id ends so. */
  readonly resource: (type: string, end?: string) => ResourceDocument | undefined
}

export function built(design: Design, request: Partial<ExportRequest> = {}): Built {
  const { template, diagnostics } = buildTemplate(design, { format: 'cloudformation', ...request })
  return {
    template,
    said: diagnostics.map(({ severity, pointer }) => `${severity} ${pointer}`),
    resource: (type, end = '') =>
      Object.entries(template.Resources).find(([id, { Type }]) => Type === type && id.endsWith(end))?.[1],
  }
}
