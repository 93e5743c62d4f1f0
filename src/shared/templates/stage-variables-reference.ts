import type { ReferenceGroup } from './reference-entry'

/** Source: API Gateway Developer Guide, "API Gateway stage variables reference". */
export const STAGE_VARIABLES_REFERENCE: ReferenceGroup = {
  id: 'stageVariables',
  title: '$stageVariables',
  doc: 'The variables of the stage that was called.',
  entries: [
    {
      name: 'name',
      signature: '$stageVariables.name',
      returns: 'String',
      doc: 'One variable of the stage.',
      missing: 'Prints nothing.',
      insert: '\\$stageVariables.${1:name}',
    },
    {
      name: "['name']",
      signature: "$stageVariables['name']",
      returns: 'String',
      doc: 'The same, for a name with other characters than letters, digits, _ and -.',
      missing: 'Prints nothing.',
      insert: "\\$stageVariables['${1:name}']",
    },
    {
      name: 'keySet',
      signature: '$stageVariables.keySet()',
      returns: 'Set',
      doc: 'The names of all variables of the stage.',
      insert: '\\$stageVariables.keySet()',
    },
  ],
}
