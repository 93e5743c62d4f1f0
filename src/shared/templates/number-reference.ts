import type { ReferenceGroup } from './reference-entry'

/** Source: the public methods of the Java class, as Velocity 1.7 calls them. Methods newer than Java 8 are left out: which Java the service runs is not public. */
export const NUMBER_REFERENCE: ReferenceGroup = {
  id: 'number',
  title: 'Methods of a Number',
  doc: 'A JSON number: Integer, Long or BigInteger when it is whole, Double or BigDecimal when it has a point or an exponent.',
  entries: [
    {
      name: 'intValue',
      signature: 'intValue()',
      returns: 'Integer',
      doc: 'As a whole number of 32 bits; what stands after the point is cut off.',
      insert: 'intValue()',
    },
    {
      name: 'longValue',
      signature: 'longValue()',
      returns: 'Long',
      doc: 'As a whole number of 64 bits; what stands after the point is cut off.',
      insert: 'longValue()',
    },
    {
      name: 'doubleValue',
      signature: 'doubleValue()',
      returns: 'Double',
      doc: 'As a number with a point: 5 becomes 5.0.',
      insert: 'doubleValue()',
    },
    {
      name: 'compareTo',
      signature: 'compareTo(number)',
      returns: 'Integer',
      doc: '-1 when it is smaller, 0 when equal, 1 when greater.',
      caution: 'Numbers of different classes, as an Integer and a Double, end the template with an error.',
      insert: 'compareTo(${1:0})',
    },
    {
      name: 'equals',
      signature: 'equals(number)',
      returns: 'Boolean',
      doc: 'Whether both are the same number of the same class.',
      insert: 'equals(${1:0})',
    },
    {
      name: 'toString',
      signature: 'toString()',
      returns: 'String',
      doc: 'As it prints, as a text.',
      insert: 'toString()',
    },
    {
      name: 'parseInt',
      signature: 'parseInt(text)',
      returns: 'Integer',
      doc: 'The number that a text writes; needs any Integer to be called on.',
      caution: 'Only of an Integer. A text that is no whole number ends the template with an error.',
      insert: "parseInt('${1:42}')",
    },
    {
      name: 'parseDouble',
      signature: 'parseDouble(text)',
      returns: 'Double',
      doc: 'The number that a text writes; needs any Double to be called on.',
      caution: 'Only of a Double. A text that is no number ends the template with an error.',
      insert: "parseDouble('${1:1.5}')",
    },
  ],
}
