package org.sampan.digest.statement;

/** The secret that {@link CheckCodes} are made with: the same on all nodes, and in every backup. */
interface CheckKey {
    byte[] bytes();
}
