import type { ExportContext } from './export-context'
import { pascalCase } from './logical-id'
import { portableUri } from './portable-text'
import type { TemplateValue } from './template-document'

type Context = Pick<ExportContext, 'design' | 'parts'>

/** Who signs tokens, as a parameter: each environment has a user pool of its own. */
export function issuerParameter(context: Context, issuer: string): TemplateValue {
  if (issuer.includes('${')) return portableUri(context, issuer)
  const [host = '', ...path] = issuer
    .replace(/^https?:\/\//, '')
    .split('/')
    .filter((part) => part !== '')
  return context.parts.parameter(`${pascalCase(path.at(-1) ?? host)}Issuer`, `issuer ${issuer}`, {
    Default: issuer,
    Description: 'Issuer of the tokens that callers show.',
  })
}

/** Whom tokens are for, each as a parameter: the user pool's clients. */
export function audienceParameters(context: Context, audience: readonly string[]): readonly TemplateValue[] {
  return audience.map((each) => {
    if (each.includes('${')) return portableUri(context, each)
    return context.parts.parameter(`${pascalCase(each)}Audience`, `audience ${each}`, {
      Default: each,
      Description: 'Whom the tokens that callers show are for.',
    })
  })
}
