/**
 * The calls of the API: what no class says by itself. Who may, which members a body may have (checked against the sets of names in Apex), and from where
 * the schema of the answer is read.
 */
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const truth = { type: 'boolean' };
const whole = { type: 'integer' };
const any = {};
const object = { type: 'object' };
const nullable = (schema) => ({ oneOf: [schema, { type: 'null' }] });
const list = (items) => ({ type: 'array', items });
const choice = (...values) => ({ type: 'string', enum: values });
const members = (properties) => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false });

const VIEW = 'View Provisioning';
const RUN = 'Run Provisioning';
const MANAGE = 'Manage Provisioning Settings';
const IMPORT = 'Import Employees';
const VIEW_APPS = 'View App Provisioning';
const PROCESS_APPS = 'Process App Requests';
const MANAGE_APPS = 'Manage App Provisioning';

const PAGE = ['limit', 'after'];
/** `Live` and `DryRun` in any capitals. */
const mode = { ...text, description: 'Live or DryRun, in any capitals' };

/** @param {import('./schemas.mjs').ApexSchemas} apex */
export function routesOf(apex) {
  const dto = (name) => apex.ofClass(name);
  const accepted = apex.named('AcceptedProcess', apex.ofMap('ProvisioningProcessesRest.acceptedBody'));
  const process = apex.named('Process', apex.ofMap('ProvisioningProcessesRest.processBody'));
  const check = apex.named('Check', apex.ofMap('ProvisioningCheckRest.bodyOf', 1));
  const rows = members({ rows: list(dto('AppRowResult')) });
  const settings = settingsOf(apex, dto);
  const appSettingsBody = appSettingsOf(apex, dto);
  const appSettings = apex.named('AppSettingsBody', appSettingsBody);
  const mark = nullable(apex.ofMap('EmployeeLockoutService.markOf', 0, { by: any, at: any, reason: any }));
  const mapping = members({ columns: nullable(object), dates: any, values: nullable(object), emptyCells: nullable(text) });
  const pageOf = (name, items) => members({ [name]: list(items), next: nullable(text) });
  const body = (properties, { names, required = [] } = {}) => ({ properties, names: names ?? Object.keys(properties), required });

  return [
    ['GET', '/openapi', 'This document', 'any of the permissions of this API', { 200: { type: 'object' } }],
    [
      'POST',
      '/employees',
      'Load employees, 200 at most',
      IMPORT,
      { 200: list(dto('EmployeeImportResult')) },
      {
        body: body(
          { employees: list(object), dryRun: truth, mapping: object },
          { names: apex.textsOf('ProvisioningEmployeesRest.IMPORT_NAMES'), required: ['employees'] },
        ),
      },
    ],
    [
      'GET',
      '/employees',
      'Where everybody stands',
      VIEW,
      { 200: dto('EmployeeListPage') },
      {
        query: ['view', 'search', 'outcome', 'cause', 'status', 'department', ...PAGE],
      },
    ],
    ['GET', '/employees/{employee}/diagnosis', 'Why this person has a user, or has none', VIEW, { 200: dto('EmployeeDiagnosis') }],
    [
      'POST',
      '/employees/{employee}/take-over',
      'Take over the user of the old record of the same human',
      MANAGE,
      { 200: dto('EmployeeTakeOver') },
      {
        body: body(
          { from: text, confirm: truth },
          { names: apex.textsOf('ProvisioningEmployeesRest.TAKE_OVER_NAMES'), required: ['from'] },
        ),
      },
    ],
    [
      'POST',
      '/employees/{employee}/keep-locked-out',
      'No run brings this person back',
      RUN,
      { 200: members({ keptLockedOut: mark }) },
      {
        body: body({ reason: text }, { required: ['reason'] }),
      },
    ],
    ['DELETE', '/employees/{employee}/keep-locked-out', 'Runs may bring this person back', RUN, { 200: members({ keptLockedOut: mark }) }],
    ['DELETE', '/employees/{employee}/items', 'Erase what the processes know about a person', MANAGE, { 200: dto('EmployeeErasureReply') }],
    ['GET', '/imports/mapping', 'How the files of HR are read', IMPORT, { 200: mapping }],
    [
      'PUT',
      '/imports/mapping',
      'Remember how the files of HR are read',
      IMPORT,
      { 200: mapping },
      {
        body: body(
          { columns: object, dates: any, values: object, emptyCells: text },
          { names: apex.textsOf('ProvisioningImportsRest.NAMES') },
        ),
      },
    ],
    ['GET', '/settings', 'The active settings', VIEW, { 200: settings.answer }],
    [
      'PUT',
      '/settings',
      'Save settings as a new version; what is left out gets its default',
      MANAGE,
      { 200: settings.answer },
      { body: settings.body },
    ],
    [
      'POST',
      '/settings/preview',
      'What settings would make of real people',
      MANAGE,
      { 200: settings.preview },
      {
        body: body({ settings: object, employees: texts }, { required: ['settings'] }),
      },
    ],
    ['POST', '/settings/take-over-authority', 'Answer for the active settings from now on', MANAGE, { 200: settings.answer }],
    [
      'GET',
      '/processes',
      'Runs, newest first',
      VIEW,
      {
        200: members({ processes: list(process), counts: { type: 'object', additionalProperties: whole }, next: nullable(text) }),
      },
      {
        query: [
          'status',
          'scope',
          'mode',
          'trigger',
          'guard',
          'requestedBy',
          'withFailures',
          'from',
          'to',
          'settingsVersion',
          'search',
          ...PAGE,
        ],
      },
    ],
    [
      'POST',
      '/processes',
      'Start a run',
      RUN,
      { 202: accepted },
      {
        body: body(
          { mode, scope: text, employeeIds: texts, confirmAdministrative: whole },
          { names: apex.textsOf('ProvisioningProcessesRest.START_FIELDS'), required: ['mode'] },
        ),
      },
    ],
    ['GET', '/processes/{process}', 'A run', VIEW, { 200: process }],
    [
      'GET',
      '/processes/{process}/items',
      'What became of each person',
      VIEW,
      {
        200: pageOf('items', apex.ofMap('ProvisioningProcessesRest.sendItems', 0, { valuesBefore: nullable(object) })),
      },
      { query: ['outcome', 'cause', 'search', ...PAGE] },
    ],
    [
      'GET',
      '/processes/{process}/events',
      'What happened to a run',
      VIEW,
      {
        200: pageOf('events', apex.ofMap('ProvisioningProcessesRest.sendEvents')),
      },
      { query: PAGE },
    ],
    [
      'POST',
      '/processes/{process}/retry',
      'Try failed people again',
      RUN,
      { 202: accepted },
      {
        body: body({ cause: text, employeeIds: texts }, { names: apex.textsOf('ProvisioningProcessesRest.RETRY_FIELDS') }),
      },
    ],
    ['POST', '/processes/{process}/cancel', 'Cancel a run, between chunks', RUN, { 202: accepted }],
    ['POST', '/processes/{process}/resume', 'Carry a run on that a guard parked, that failed or was aborted', RUN, { 202: accepted }],
    [
      'POST',
      '/processes/{process}/deactivate',
      'Deactivate the users that a run created',
      RUN,
      { 202: accepted },
      {
        body: body({ mode }, { names: apex.textsOf('ProvisioningProcessesRest.DEACTIVATE_FIELDS') }),
      },
    ],
    [
      'POST',
      '/processes/{process}/bring-back',
      'Undo a run over leavers',
      RUN,
      { 202: accepted },
      {
        body: body(
          { mode, employeeIds: texts, includeLeavers: truth },
          { names: apex.textsOf('ProvisioningProcessesRest.BRING_BACK_FIELDS') },
        ),
      },
    ],
    ['GET', '/check', 'The last check of everybody', VIEW, { 200: check }],
    ['POST', '/check', 'Start the check of everybody', RUN, { 202: check }],
    [
      'GET',
      '/check/people',
      'Everybody who has a finding',
      VIEW,
      { 200: pageOf('people', apex.ofMap('ProvisioningCheckRest.peopleBody')) },
      {
        query: ['code', ...PAGE],
      },
    ],
    [
      'GET',
      '/links',
      'Employees beside users who look like them',
      VIEW,
      { 200: apex.ofMap('ProvisioningLinksRest.read') },
      {
        query: ['state', 'exact', 'search', ...PAGE],
      },
    ],
    [
      'POST',
      '/links',
      'Decide about pairs, or link all exact ones',
      MANAGE,
      {
        200: members({ rows: list(dto('EmployeeLinkVerdict')), processId: nullable(text) }),
        202: accepted,
      },
      {
        body: body(
          { decision: choice('Link', 'Never', 'Later'), ids: texts, all: choice('Exact'), mode },
          { names: apex.textsOf('ProvisioningLinksRest.NAMES'), required: ['decision'] },
        ),
      },
    ],
    ['GET', '/apps', 'Connected apps and targets', VIEW_APPS, { 200: pageOf('apps', dto('AppView')) }, { query: PAGE }],
    [
      'POST',
      '/apps',
      'Create a target',
      MANAGE_APPS,
      { 201: members({ id: text }) },
      {
        body: body({ name: text, permissionSets: texts }, { names: apex.textsOf('AppsRest.TARGET_FIELDS'), required: ['name'] }),
      },
    ],
    ['GET', '/apps/{app}', 'An app', VIEW_APPS, { 200: dto('AppView') }],
    ['GET', '/apps/{app}/settings', 'The settings of an app', VIEW_APPS, { 200: appSettings }],
    [
      'PUT',
      '/apps/{app}/settings',
      'Save the settings of an app',
      MANAGE_APPS,
      { 200: appSettings },
      {
        body: body({ ...appSettingsBody.properties, name: text }),
      },
    ],
    ['POST', '/apps/{app}/test', 'Call the target', MANAGE_APPS, { 200: dto('AppConnectionTest') }],
    ['POST', '/apps/{app}/pause', 'Send nothing for a while', MANAGE_APPS, { 200: dto('AppView') }],
    ['POST', '/apps/{app}/resume', 'Send again', MANAGE_APPS, { 200: dto('AppView') }],
    [
      'POST',
      '/apps/{app}/confirm-empty',
      'The target has no accounts',
      MANAGE_APPS,
      { 200: dto('AppView') },
      {
        body: body({ name: text }, { required: ['name'] }),
      },
    ],
    [
      'GET',
      '/apps/{app}/requests',
      'Requests of an app',
      VIEW_APPS,
      { 200: pageOf('requests', dto('AppRequestView')) },
      {
        query: ['view', 'state', 'cause', 'search', ...PAGE],
      },
    ],
    [
      'POST',
      '/apps/{app}/requests',
      'Raise requests',
      PROCESS_APPS,
      { 200: members({ requests: list(dto('AppRowResult')) }) },
      {
        body: body(
          { operation: text, userIds: texts },
          { names: apex.textsOf('AppsRest.RAISE_FIELDS'), required: ['operation', 'userIds'] },
        ),
      },
    ],
    [
      'GET',
      '/apps/{app}/accounts',
      'Accounts of an app',
      VIEW_APPS,
      { 200: pageOf('accounts', dto('AppAccountView')) },
      {
        query: ['linkState', 'status', 'search', ...PAGE],
      },
    ],
    [
      'PATCH',
      '/apps/{app}/accounts',
      'Decide about accounts',
      PROCESS_APPS,
      { 200: rows },
      {
        body: body({ do: text, ids: texts, userId: text }, { names: apex.textsOf('AppAccountsRest.FIELDS'), required: ['do', 'ids'] }),
      },
    ],
    [
      'GET',
      '/apps/{app}/drift',
      'What differs between here and there',
      VIEW_APPS,
      { 200: pageOf('drift', dto('AppDriftView')) },
      { query: ['kind', ...PAGE] },
    ],
    [
      'POST',
      '/apps/{app}/processes',
      'Collect, analyze, commit, process or push',
      PROCESS_APPS,
      { 202: accepted },
      {
        body: body(
          { kind: text, mode, userIds: texts, filter: object },
          { names: apex.textsOf('AppsRest.PROCESS_FIELDS'), required: ['kind', 'mode'] },
        ),
      },
    ],
    [
      'POST',
      '/apps/{app}/preview',
      'The exact calls for one person',
      PROCESS_APPS,
      { 200: dto('AppPreviewView') },
      {
        body: body({ userId: text, operation: text }, { names: apex.textsOf('AppsRest.PREVIEW_FIELDS'), required: ['userId'] }),
      },
    ],
    [
      'POST',
      '/apps/{app}/send',
      'Send what a preview showed',
      PROCESS_APPS,
      { 200: dto('AppPreviewView') },
      {
        body: body({ previewId: text }, { required: ['previewId'] }),
      },
    ],
    [
      'GET',
      '/requests',
      'Requests of all apps',
      `${VIEW_APPS} or Approve App Requests`,
      { 200: pageOf('requests', dto('AppRequestView')) },
      {
        query: ['view', 'state', 'cause', 'search', ...PAGE],
      },
    ],
    [
      'GET',
      '/requests/{request}/log',
      'What happened to a request',
      `${VIEW_APPS} or Approve App Requests`,
      {
        200: members({
          entries: list(apex.ofMap('AppRequestsRest.read', 0, { time: text, status: nullable(text), details: nullable(text) })),
        }),
      },
    ],
    ...['retry', 'complete', 'approve', 'deny', 'cancel'].map((decision) => [
      'POST',
      `/requests/${decision}`,
      `Requests: ${decision}`,
      decision === 'approve' || decision === 'deny' ? 'Approve App Requests' : PROCESS_APPS,
      { 200: rows },
      { body: body({ ids: texts, comment: text }, { names: apex.textsOf('AppRequestsRest.FIELDS'), required: ['ids'] }) },
    ]),
  ].map(([method, path, summary, permission, answers, { query = [], body: sent } = {}]) => ({
    method,
    path,
    summary,
    permission,
    answers,
    query,
    body: sent,
  }));
}

/** The settings as `ProvisioningSettingsRest` gives them: the members of the DTO under the names of the API. */
function settingsOf(apex, dto) {
  dto('ProvisioningSettingsData');
  const { properties } = apex.components.ProvisioningSettingsData;
  const { sourceName, profileId, profileName, ...same } = properties;
  const part = (properties, ...required) => ({ type: 'object', properties, required, additionalProperties: false });
  const lists = (items) => ({ type: ['array', 'null'], items });
  const columns = 'ProvisioningSettingsFields.ALL';
  const { userField, paths, constant } = apex.components.EmployeeFieldMapping.properties;
  const answer = members({
    ...same,
    source: sourceName,
    profile: { ...profileName, ...(profileId.description ? { description: profileId.description } : {}) },
    matchingRules: lists(part({ rule: text, enabled: truth }, 'rule')),
    assignmentRules: lists(part({ name: nullable(text), when: object, gives: object }, 'name', 'when', 'gives')),
    fieldMappings: lists(part({ userField, paths, constant, steps: lists(apex.recordsOf(columns, 'Steps__c')) }, 'userField')),
    valueTables: lists(part({ name: text, rows: lists(apex.recordsOf(columns, 'Rows__c')), otherwise: nullable(text) }, 'name')),
  });
  dto('ProvisioningSettingsPreview');
  const preview = JSON.parse(JSON.stringify(apex.components.ProvisioningSettingsPreview));
  preview.properties.errors = list({ $ref: '#/components/schemas/Error' });
  const confirmAdministrative = { ...whole, description: 'How many people would get administrative permissions' };
  return {
    answer: apex.named('Settings', answer),
    preview: apex.named('SettingsPreview', preview),
    body: {
      properties: { ...answer.properties, confirmAdministrative },
      names: [...Object.keys(answer.properties), 'confirmAdministrative'],
      required: [],
    },
  };
}

/** As `AppSettingsBody` gives them. */
function appSettingsOf(apex, dto) {
  dto('AppSettings');
  const { properties } = JSON.parse(JSON.stringify(apex.components.AppSettings));
  delete properties.learned;
  properties.approval = members({
    by: nullable(text),
    users: { type: ['array', 'null'], items: text },
    days: { type: ['integer', 'null'] },
  });
  return members(properties);
}
