package org.sampan.mailserver.delivery;

/**
 * How much is to be sent, over all nodes.
 *
 * @param active sends and notices that go on
 * @param paused sends that are paused
 * @param open copies not offered yet
 * @param deferred copies waiting to be tried again
 * @param oldestSeconds how long the oldest copy that may go has waited; 0 when none waits
 * @param perSecond copies sent a second, over the last seconds
 */
record SendsUnderWay(long active, long paused, long open, long deferred, double oldestSeconds, double perSecond) {}
