import { IconBraces, IconFileCode, IconStack2, IconTerminal2 } from '@tabler/icons-react'
import type { DesignFormat } from '@shared/contract/export'
import type { EditorLanguage } from '../../ui/code-editor/code-editor-props'
import type { ExportSwitch } from '../../stores/export-store'

export interface FormatWords {
  readonly label: string
  /** What it is, before its summary is known. */
  readonly note: string
  readonly Icon: typeof IconBraces
  /** Which switches mean something for it. */
  readonly switches: readonly ExportSwitch[]
  /** Whether it can be written as JSON or YAML. */
  readonly hasSyntax: boolean
}

export const FORMAT_WORDS: { readonly [format in DesignFormat]: FormatWords } = {
  openapi3: {
    label: 'OpenAPI 3.0',
    note: 'with x-amazon-apigateway-*',
    Icon: IconFileCode,
    switches: ['hasExtensions', 'hasOwnMembers'],
    hasSyntax: true,
  },
  swagger2: {
    label: 'OpenAPI 2.0',
    note: 'Swagger, for older tools',
    Icon: IconFileCode,
    switches: ['hasExtensions', 'hasOwnMembers'],
    hasSyntax: true,
  },
  cloudformation: {
    label: 'CloudFormation',
    note: 'A template to deploy',
    Icon: IconStack2,
    switches: ['hasBody', 'hasKeyValues', 'hasOwnMembers'],
    hasSyntax: true,
  },
  sam: {
    label: 'SAM',
    note: 'A template with functions',
    Icon: IconStack2,
    switches: ['hasKeyValues', 'hasOwnMembers'],
    hasSyntax: true,
  },
  cdk: {
    label: 'CDK',
    note: 'A TypeScript app',
    Icon: IconBraces,
    switches: ['hasKeyValues', 'hasOwnMembers'],
    hasSyntax: false,
  },
  cli: {
    label: 'aws CLI script',
    note: 'bash, one command after another',
    Icon: IconTerminal2,
    switches: ['hasKeyValues'],
    hasSyntax: false,
  },
}

export const SWITCH_WORDS: { readonly [name in ExportSwitch]: { readonly label: string; readonly note?: string } } = {
  hasExtensions: {
    label: 'x-amazon-apigateway extensions',
    note: 'Without them the file describes the API and cannot be deployed.',
  },
  hasBody: {
    label: 'API as one OpenAPI body',
    note: 'REST and HTTP APIs as a Body instead of a resource for each part.',
  },
  hasKeyValues: { label: 'Key values', note: 'Left out by default: they would end up in version control.' },
  hasOwnMembers: {
    label: 'Local handlers (x-gatewright-*)',
    note: 'AWS ignores them; an import here finds the local functions again.',
  },
}

/** "lib/orders-stack.ts" -> how it is coloured. */
export function languageOf(fileName: string): EditorLanguage {
  if (/\.ya?ml$/.test(fileName)) return 'yaml'
  return fileName.endsWith('.json') ? 'json' : 'text'
}
