import type { ExportedFile } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import type { TemplateDocument } from '../cloudformation/template-document'
import { appFiles } from './app-files'
import { stackText } from './cdk-stack'
import { projectNames, type ProjectNames } from './project-names'

/** The files of an app whose only stack makes what the template has; the stack comes first. */
export function cdkFiles(design: Design, template: TemplateDocument): ExportedFile[] {
  const names = projectNames(design)
  const stack = { name: `lib/${names.file}-stack.ts`, text: stackText(names.stack, template, comment(design, names)) }
  return [stack, ...appFiles(names, Object.keys(template.Resources).length)]
}

function comment(design: Design, { stack }: ProjectNames): string[] {
  const apis = design.apis.map(({ name }) => name).join(', ')
  return [
    `${apis || design.name}, as designed in Gatewright. An export writes this file anew.`,
    '',
    '  npm install',
    '  npx cdk diff      what a deployment would change',
    '  npx cdk deploy    makes it so; what differs per environment is a parameter:',
    `                    npx cdk deploy --parameters ${stack}:Name=Value`,
  ].map((line) => line.replaceAll('*/', '* /'))
}
