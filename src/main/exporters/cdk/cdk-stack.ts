import { pascalCase } from '../cloudformation/logical-id'
import type { TemplateDocument } from '../cloudformation/template-document'
import { cdkClass } from './cdk-class'
import { quoted } from './code'
import { methodLines, stackMethods } from './stack-methods'
import { planStack } from './stack-plan'

/** The text of lib/<name>-stack.ts: a stack whose template has the resources of `template`, logical ids included. */
export function stackText(className: string, template: TemplateDocument, comment: readonly string[]): string {
  const modules = [...new Set(Object.values(template.Resources).map(({ Type }) => cdkClass(Type).module))].sort()
  const taken = ['cdk', 'dependency', 'Construct', className, ...modules]
  const methods = stackMethods(template, planStack(template, taken))
  const fields = methods.filter(({ results }) => results.length > 0)
  const others = methods.filter(({ results }) => results.length === 0)
  return [
    '/**',
    ...comment.map((line) => ` * ${line}`.trimEnd()),
    ' */',
    "import * as cdk from 'aws-cdk-lib';",
    ...modules.map((module) => `import * as ${module} from 'aws-cdk-lib/aws-${module}';`),
    "import type { Construct } from 'constructs';",
    '',
    `export class ${className} extends cdk.Stack {`,
    ...fields.map(({ name }) => `  private readonly ${name} = this.create${pascalCase(name)}();`),
    ...(fields.length > 0 ? [''] : []),
    '  constructor(scope: Construct, id: string, props?: cdk.StackProps) {',
    `    super(scope, id, ${propsText(template)});`,
    ...others.map(({ name }) => `    this.create${pascalCase(name)}();`),
    '  }',
    ...methods.flatMap((method) => ['', ...methodLines(method)]),
    '}',
    '',
  ].join('\n')
}

function propsText({ Description }: TemplateDocument): string {
  return Description === undefined ? 'props' : `{ description: ${quoted(Description)}, ...props }`
}
