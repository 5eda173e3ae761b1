import keras,numpy as np
keras.utils.set_random_seed(1)
x=np.random.normal(size=(70,3));y=(x[:,0]>0).astype(float).reshape(-1,1)
m=keras.Sequential([keras.Input((3,)),keras.layers.Dense(1,activation='sigmoid')]); m.trainable=False
m.compile('sgd','binary_crossentropy',metrics=['accuracy'])
print(m.evaluate(x,y,verbose=0), m.fit(x,y,epochs=1,verbose=0).history)
m.reset_metrics()
for s in range(0,70,32): print(m.train_on_batch(x[s:s+32],y[s:s+32],return_dict=True))
m.reset_metrics()
for s in range(0,70,32): print(m.train_on_batch(x[s:s+32],y[s:s+32],return_dict=True))
