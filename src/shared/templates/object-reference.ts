import type { ReferenceGroup } from './reference-entry'

/** Source: the public methods of the Java class, as Velocity 1.7 calls them. Methods newer than Java 8 are left out: which Java the service runs is not public. */
export const OBJECT_REFERENCE: ReferenceGroup = {
  id: 'object',
  title: 'Methods of any value',
  doc: 'For a value whose type is not known.',
  entries: [
    {
      name: 'toString',
      signature: 'toString()',
      returns: 'String',
      doc: 'The value as a text, as it prints.',
      insert: 'toString()',
    },
    {
      name: 'equals',
      signature: 'equals(value)',
      returns: 'Boolean',
      doc: 'Whether both are equal and of the same class.',
      insert: 'equals(${1:value})',
    },
  ],
}
