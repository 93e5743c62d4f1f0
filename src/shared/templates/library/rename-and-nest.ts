import type { LibraryTemplate } from './library-template'

/** Flat fields to nested ones under other names. */
export const renameAndNest: LibraryTemplate = {
  id: 'rename-and-nest',
  name: 'Rename and nest fields',
  group: 'Shaping JSON',
  description:
    'Flat fields become nested ones under other names. $input.json writes each value as JSON, quotes and escapes included, so no ' +
    'text can break the output.',
  source: `{
  "customer": {
    "number": $input.json('$.customerId'),
    "name": {
      "first": $input.json('$.firstName'),
      "last": $input.json('$.lastName')
    }
  },
  "delivery": {
    "street": $input.json('$.street'),
    "city": $input.json('$.city'),
    "express": $input.json('$.express')
  }
}
`,
  profile: 'apigw',
  event: {
    body: `{
  "customerId": 142,
  "firstName": "Ada",
  "lastName": "O'Neil \\"the Count\\"",
  "street": "1/2 Mill Road",
  "city": "Zürich",
  "express": true
}`,
  },
  expected: {
    output: `{
  "customer": {
    "number": 142,
    "name": {
      "first": "Ada",
      "last": "O'Neil \\"the Count\\""
    }
  },
  "delivery": {
    "street": "1/2 Mill Road",
    "city": "Zürich",
    "express": true
  }
}
`,
  },
  where: 'request',
  contentType: 'application/json',
}
