import type { ReferenceGroup } from './reference-entry'

/** Source: the public methods of the Java class, as Velocity 1.7 calls them. Methods newer than Java 8 are left out: which Java the service runs is not public. */
export const MAP_ENTRY_REFERENCE: ReferenceGroup = {
  id: 'mapEntry',
  title: 'Members of an entry',
  doc: 'What a loop over entrySet() gives.',
  entries: [
    {
      name: 'key',
      signature: 'key',
      returns: 'Object',
      doc: 'The name of the entry.',
      insert: 'key',
    },
    {
      name: 'value',
      signature: 'value',
      returns: 'Object',
      doc: 'The value of the entry.',
      insert: 'value',
    },
    {
      name: 'getKey',
      signature: 'getKey()',
      returns: 'Object',
      doc: 'The name of the entry.',
      insert: 'getKey()',
    },
    {
      name: 'getValue',
      signature: 'getValue()',
      returns: 'Object',
      doc: 'The value of the entry.',
      insert: 'getValue()',
    },
  ],
}
