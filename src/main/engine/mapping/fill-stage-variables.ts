/** "${stageVariables.alias}" -> its value; one that is not defined is empty. Source: rest-api.md 9.1. */
export function fillStageVariables(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g, (_reference, name: string) =>
    Object.hasOwn(variables, name) ? variables[name]! : '',
  )
}
