import { projectOf, triggerFiles } from './project';

/** Employee numbers of people whose users the org below keeps active. */
export const KEPT = ['W10003', 'W10006'];

/** As the platform refuses the default workflow user. */
const REFUSES = `trigger CustomerKeeps on User (before update) {
  for (User user : Trigger.new) {
    if (!user.IsActive && new Set<String>{ '${KEPT.join("', '")}' }.contains(user.EmployeeNumber)) {
      user.addError('You cannot deactivate a user who is the default workflow user.');
    }
  }
}`;

/** The repository's project in an org that keeps some users active. */
export const keepingProject = (folder: string): string => projectOf(folder, { files: triggerFiles(REFUSES) });
