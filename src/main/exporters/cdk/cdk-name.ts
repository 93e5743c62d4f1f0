/** Initials in the plural are one word to the CDK. */
const PLURAL_INITIALS = /ARNs$/

/**
 * The name that aws-cdk-lib gives to a property of CloudFormation: "IntegrationHttpMethod" -> "integrationHttpMethod", "WebACLArn" ->
 * "webAclArn", "ProviderARNs" -> "providerArns". Source: the generated classes of aws-cdk-lib 2.276.
 */
export function cdkPropertyName(name: string): string {
  const words = wordsOf(name.replace(PLURAL_INITIALS, 'Arns'))
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalised(word))).join('')
}

/** The member of a construct that stands for an attribute: "RootResourceId" -> "attrRootResourceId". */
export function cdkAttributeName(attribute: string): string {
  return `attr${attribute.split('.').flatMap(wordsOf).map(capitalised).join('')}`
}

/** "IPAddressVersion" -> ["IP", "Address", "Version"]. */
function wordsOf(name: string): string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|[0-9]+/g) ?? []
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
