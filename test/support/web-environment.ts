/** The environment that the functions read when they are loaded. Imported first, for that alone; nothing here is ever reached. */
Object.assign(process.env, {
  TABLE_NAME: process.env.TABLE_NAME ?? 'PagesTable',
  COUNCIL: 'larkshire',
  SIGN_IN: 'demo',
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_MAX_ATTEMPTS: '1',
});
