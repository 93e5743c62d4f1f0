/**
 * A reference that a document was imported with and that no deployment has answered yet, as in "${OrdersFunction.Arn}". Not one of a
 * stage variable, which API Gateway answers, nor of CloudFormation's own, as "${AWS::Region}".
 */
const PLACEHOLDER = /\$\{(?!stageVariables\.)([A-Za-z][A-Za-z0-9]*)(?:\.([A-Za-z][A-Za-z0-9.]*))?\}/g

/** What CloudFormation answers by itself wherever it stands. */
const PSEUDO = /\$\{AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix)\}/g

/** The references of a text that are left open, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([whole]) => whole))]
}

/** Whether a text is one open reference and nothing else. */
export function isPlaceholder(text: string): boolean {
  return placeholdersIn(text)[0] === text
}

export function hasPseudoParameter(text: string): boolean {
  return text.search(PSEUDO) >= 0
}

/** A text with the Region and account of the design where it asks for those of the stack. */
export function withPlace(
  text: string,
  { region, accountId }: { readonly region: string; readonly accountId: string },
): string {
  return text
    .replaceAll('${AWS::Region}', region)
    .replaceAll('${AWS::AccountId}', accountId)
    .replaceAll('${AWS::Partition}', 'aws')
    .replaceAll('${AWS::URLSuffix}', 'amazonaws.com')
}

/** A text as an argument of Fn::Sub in which only CloudFormation's own parameters are references. */
export function subOfPseudoParameters(text: string): string {
  let end = 0
  let result = ''
  for (const match of text.matchAll(PSEUDO)) {
    result += text.slice(end, match.index).replaceAll('${', '${!') + match[0]
    end = match.index + match[0].length
  }
  return result + text.slice(end).replaceAll('${', '${!')
}
